-- What a thread is sorted by, on its root: a JSON list of words, NULL for none, and when it last became another than at first.
ALTER TABLE annotations ADD COLUMN tags TEXT CHECK (tags IS NULL OR (json_array_length(tags) > 0 AND parent_id IS NULL));

ALTER TABLE annotations ADD COLUMN tagged TEXT;

CREATE INDEX annotations_tagged ON annotations (speech_id) WHERE tags IS NOT NULL;

-- The log also tells of a thread whose tags became others. A check of a table cannot be changed, so its rows move into a new one.
CREATE TABLE annotation_events_with_tags (
    id            INTEGER PRIMARY KEY, -- rises, since no event is ever deleted
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    kind          TEXT NOT NULL CHECK (kind IN
        ('created', 'edited', 'deleted', 'resolved', 'reopened', 'shared', 'tagged', 'carried', 'placed', 'kept', 'released')),
    actor_id      INTEGER REFERENCES accounts (id), -- nobody for 'carried', which the program does when a version arrives
    at            TEXT NOT NULL,
    revision      INTEGER NOT NULL, -- of the annotation, after the event
    body          TEXT,             -- the words after 'created' and 'edited'
    created_as    TEXT CHECK (json_valid(created_as)), -- parent or anchor, audience and tags, for 'created'
    shared_with   TEXT CHECK (json_valid(shared_with)), -- the audience from then on, for 'shared'
    tags          TEXT CHECK (json_valid(tags)),       -- the tags from then on, a list, for 'tagged'
    standing      TEXT CHECK (json_valid(standing)),   -- where it stands on which version from then on, for the last four
    UNIQUE (annotation_id, revision),
    CHECK ((actor_id IS NULL) = (kind = 'carried')),
    CHECK ((body IS NOT NULL) = (kind IN ('created', 'edited'))),
    CHECK ((created_as IS NOT NULL) = (kind = 'created')),
    CHECK ((shared_with IS NOT NULL) = (kind = 'shared')),
    CHECK ((tags IS NOT NULL) = (kind = 'tagged')),
    CHECK ((standing IS NOT NULL) = (kind IN ('carried', 'placed', 'kept', 'released')))
) STRICT;

INSERT INTO annotation_events_with_tags (id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as, shared_with, standing)
SELECT id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as, shared_with, standing FROM annotation_events ORDER BY id;

DROP TABLE annotation_events;

ALTER TABLE annotation_events_with_tags RENAME TO annotation_events;

CREATE TRIGGER annotation_events_stay BEFORE UPDATE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER annotation_events_are_kept BEFORE DELETE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;

-- Tags that became another word all over the library: who wanted it, and when. What it changed is in the log, thread by thread.
CREATE TABLE tag_changes (
    id        INTEGER PRIMARY KEY,
    from_tag  TEXT NOT NULL,
    to_tag    TEXT, -- NULL where the tag was taken away
    actor_id  INTEGER NOT NULL REFERENCES accounts (id),
    at        TEXT NOT NULL
) STRICT;
