-- Mail that was decided in the same transaction as its cause. A row is claimed for a while before it is handed over, and 'sent' only
-- once the server has taken it: one that was being handed over when the program died waits until its claim ends, and goes again
-- under the same Message-ID.
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT NOT NULL DEFAULT 'letter' CHECK (kind IN ('letter', 'notice', 'digest')),
    account_id    INTEGER REFERENCES accounts (id), -- whose mail it is, where it is an account's
    recipient     TEXT, -- an address; this and the words are taken away once the mail is sent, dropped or given up for good
    subject       TEXT,
    body          TEXT,
    message_id    TEXT NOT NULL UNIQUE, -- without its angle brackets
    created       TEXT NOT NULL,
    due           TEXT NOT NULL,
    expires       TEXT, -- from when on it is of no use: its link has ended
    attempts      INTEGER NOT NULL DEFAULT 0,
    claimed_until TEXT,
    state         TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
    ended         TEXT,
    problem       TEXT, -- why the last attempt failed, without addresses
    -- A letter says what it said when it was decided; the other two are written when they are sent, from what may be seen then.
    CHECK (kind = 'letter' OR (account_id IS NOT NULL AND recipient IS NULL AND body IS NULL)),
    CHECK ((ended IS NULL) = (state = 'waiting')),
    CHECK (claimed_until IS NULL OR state = 'waiting')
) STRICT;

CREATE INDEX outbox_waiting ON outbox (due) WHERE state = 'waiting';
CREATE INDEX outbox_ended ON outbox (ended) WHERE ended IS NOT NULL;

-- How somebody wants to be told by mail; without a row as the program sees fit.
CREATE TABLE mail_choices (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    kind       TEXT NOT NULL CHECK (kind IN ('reply', 'mention', 'assignment', 'followed')),
    choice     TEXT NOT NULL CHECK (choice IN ('once', 'daily', 'never')),
    PRIMARY KEY (account_id, kind)
) STRICT, WITHOUT ROWID;

-- What somebody wants to be told of. Threads that one wrote in are followed without a row, and with one that is off they are not.
CREATE TABLE follows (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    kind       TEXT NOT NULL CHECK (kind IN ('speech', 'speaker', 'tag', 'thread')),
    target     TEXT NOT NULL, -- the speech's name in addresses, the speaker's name, the tag's key, the id of the thread's root
    label      TEXT,          -- of a tag: as it was typed
    since      TEXT NOT NULL,
    is_off     INTEGER NOT NULL DEFAULT 0 CHECK (is_off IN (0, 1)),
    PRIMARY KEY (account_id, kind, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX follows_by_target ON follows (kind, target);

-- What somebody was told, decided in the transaction of its cause. Whether they may still see it is asked when it is read.
CREATE TABLE inbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id    INTEGER NOT NULL REFERENCES accounts (id),
    kind          TEXT NOT NULL CHECK (kind IN ('reply', 'mention', 'assignment', 'thread', 'version', 'speech')),
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    annotation_id TEXT REFERENCES annotations (id), -- what was written, or the root of what was assigned
    actor_id      INTEGER REFERENCES accounts (id), -- who did it; nobody where the program read a file
    at            TEXT NOT NULL,
    read          TEXT,
    mail          TEXT CHECK (mail IN ('once', 'daily')), -- as was wanted then; NULL for no mail
    mail_id       INTEGER, -- the row of the outbox that tells of it, which is forgotten after a while
    CHECK ((annotation_id IS NULL) = (kind IN ('version', 'speech')))
) STRICT;

CREATE INDEX inbox_by_account ON inbox (account_id, id);
CREATE INDEX inbox_unread ON inbox (account_id) WHERE read IS NULL;
CREATE INDEX inbox_by_mail ON inbox (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX inbox_for_digest ON inbox (account_id, at) WHERE mail = 'daily' AND mail_id IS NULL;

-- A text that is edited tells those alone whom it did not name before.
CREATE UNIQUE INDEX inbox_mentions_once ON inbox (account_id, annotation_id) WHERE kind = 'mention';

-- Whom a thread is assigned to, on its root, and until which day.
ALTER TABLE annotations ADD COLUMN assignee_id INTEGER REFERENCES accounts (id) CHECK (assignee_id IS NULL OR parent_id IS NULL);

ALTER TABLE annotations ADD COLUMN due TEXT CHECK (due IS NULL OR assignee_id IS NOT NULL);

CREATE INDEX annotations_by_assignee ON annotations (assignee_id) WHERE assignee_id IS NOT NULL;

-- The log also tells of a thread that was assigned. A check of a table cannot be changed, so its rows move into a new one.
CREATE TABLE annotation_events_with_assignments (
    id            INTEGER PRIMARY KEY, -- rises, since no event is ever deleted
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    kind          TEXT NOT NULL CHECK (kind IN
        ('created', 'edited', 'deleted', 'resolved', 'reopened', 'shared', 'tagged', 'assigned', 'carried', 'placed', 'kept', 'released')),
    actor_id      INTEGER REFERENCES accounts (id), -- nobody for 'carried', which the program does when a version arrives
    at            TEXT NOT NULL,
    revision      INTEGER NOT NULL, -- of the annotation, after the event
    body          TEXT,             -- the words after 'created' and 'edited'
    created_as    TEXT CHECK (json_valid(created_as)), -- parent or anchor, audience and tags, for 'created'
    shared_with   TEXT CHECK (json_valid(shared_with)), -- the audience from then on, for 'shared'
    tags          TEXT CHECK (json_valid(tags)),       -- the tags from then on, a list, for 'tagged'
    assigned      TEXT CHECK (json_valid(assigned)),   -- to whom and until when from then on, for 'assigned'; to nobody where it was given back
    standing      TEXT CHECK (json_valid(standing)),   -- where it stands on which version from then on, for the last four
    UNIQUE (annotation_id, revision),
    CHECK ((actor_id IS NULL) = (kind = 'carried')),
    CHECK ((body IS NOT NULL) = (kind IN ('created', 'edited'))),
    CHECK ((created_as IS NOT NULL) = (kind = 'created')),
    CHECK ((shared_with IS NOT NULL) = (kind = 'shared')),
    CHECK ((tags IS NOT NULL) = (kind = 'tagged')),
    CHECK ((assigned IS NOT NULL) = (kind = 'assigned')),
    CHECK ((standing IS NOT NULL) = (kind IN ('carried', 'placed', 'kept', 'released')))
) STRICT;

INSERT INTO annotation_events_with_assignments
    (id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as, shared_with, tags, standing)
SELECT id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as, shared_with, tags, standing FROM annotation_events ORDER BY id;

DROP TABLE annotation_events;

ALTER TABLE annotation_events_with_assignments RENAME TO annotation_events;

CREATE TRIGGER annotation_events_stay BEFORE UPDATE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER annotation_events_are_kept BEFORE DELETE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;
