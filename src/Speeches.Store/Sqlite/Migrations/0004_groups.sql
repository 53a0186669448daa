-- People who discuss among themselves. Names need not be unique: nobody is to learn of a group by trying to take its name.
CREATE TABLE groups (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    created    TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES accounts (id),
    archived   TEXT -- read, but no longer written in
) STRICT;

CREATE TABLE group_members (
    group_id   INTEGER NOT NULL REFERENCES groups (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    role       TEXT NOT NULL CHECK (role IN ('member', 'moderator')),
    joined     TEXT NOT NULL,
    PRIMARY KEY (group_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_members_by_account ON group_members (account_id);

-- A link: for whoever has it, as often as it is used; or for the account of one address, once. Nobody has proved that an account's
-- address is theirs, so the address alone opens nothing.
CREATE TABLE group_invitations (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id         INTEGER NOT NULL REFERENCES groups (id),
    hash             BLOB NOT NULL UNIQUE, -- SHA-256 of the link's token
    normalized_email TEXT,
    created_by       INTEGER NOT NULL REFERENCES accounts (id),
    created          TEXT NOT NULL,
    expires          TEXT NOT NULL,
    ended            TEXT -- used up or withdrawn
) STRICT;

CREATE INDEX group_invitations_by_group ON group_invitations (group_id);

-- 'private' is whatever not everybody may see: without a group the author's alone, with one the members'.
ALTER TABLE annotations ADD COLUMN group_id INTEGER REFERENCES groups (id) CHECK (group_id IS NULL OR audience = 'private');

ALTER TABLE search_entries ADD COLUMN group_id INTEGER REFERENCES groups (id);

-- The log also tells of a thread whose audience became another. A check of a table cannot be changed, so its rows move into a new one.
CREATE TABLE annotation_events_with_audiences (
    id            INTEGER PRIMARY KEY, -- rises, since no event is ever deleted
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    kind          TEXT NOT NULL CHECK (kind IN
        ('created', 'edited', 'deleted', 'resolved', 'reopened', 'shared', 'carried', 'placed', 'kept', 'released')),
    actor_id      INTEGER REFERENCES accounts (id), -- nobody for 'carried', which the program does when a version arrives
    at            TEXT NOT NULL,
    revision      INTEGER NOT NULL, -- of the annotation, after the event
    body          TEXT,             -- the words after 'created' and 'edited'
    created_as    TEXT CHECK (json_valid(created_as)), -- parent or anchor, and audience, for 'created'
    shared_with   TEXT CHECK (json_valid(shared_with)), -- the audience from then on, for 'shared'
    standing      TEXT CHECK (json_valid(standing)),   -- where it stands on which version from then on, for the last four
    UNIQUE (annotation_id, revision),
    CHECK ((actor_id IS NULL) = (kind = 'carried')),
    CHECK ((body IS NOT NULL) = (kind IN ('created', 'edited'))),
    CHECK ((created_as IS NOT NULL) = (kind = 'created')),
    CHECK ((shared_with IS NOT NULL) = (kind = 'shared')),
    CHECK ((standing IS NOT NULL) = (kind IN ('carried', 'placed', 'kept', 'released')))
) STRICT;

INSERT INTO annotation_events_with_audiences (id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as, standing)
SELECT id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as, standing FROM annotation_events ORDER BY id;

DROP TABLE annotation_events;

ALTER TABLE annotation_events_with_audiences RENAME TO annotation_events;

CREATE TRIGGER annotation_events_stay BEFORE UPDATE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER annotation_events_are_kept BEFORE DELETE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;
