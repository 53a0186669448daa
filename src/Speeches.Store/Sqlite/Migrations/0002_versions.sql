ALTER TABLE blocks ADD COLUMN source_page INTEGER NOT NULL DEFAULT 0; -- from 1; 0 where the source has no pages

-- Where threads stand on versions of the text that came after the one they were made on: a row a root and version, and in annotations
-- the anchor as it was made, untouched. A version in another language gets no rows. Of an orphan there is no place, only the old words.
CREATE TABLE carried_anchors (
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    version       INTEGER NOT NULL,
    speech_id     INTEGER NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'changed', 'orphan')), -- against the anchor as it was made
    score         REAL NOT NULL CHECK (score BETWEEN 0 AND 1), -- how alike the words are; 1 the same
    block_id      TEXT,
    position      INTEGER,
    range_start   INTEGER,
    range_end     INTEGER,
    exact         TEXT, -- as in annotations: of a range; on a whole block the words are the block's
    prefix        TEXT,
    suffix        TEXT,
    decision      TEXT CHECK (decision IN ('placed', 'kept', 'released')), -- a person's, over the program's
    decided_by    INTEGER REFERENCES accounts (id),
    decided       TEXT,
    PRIMARY KEY (annotation_id, version),
    CHECK ((state = 'orphan') = (block_id IS NULL) AND (block_id IS NULL) = (position IS NULL)),
    CHECK (block_id IS NOT NULL OR range_start IS NULL),
    CHECK ((range_start IS NULL) = (range_end IS NULL)),
    CHECK ((range_start IS NULL) = (exact IS NULL) AND (exact IS NULL) = (prefix IS NULL) AND (exact IS NULL) = (suffix IS NULL)),
    CHECK (decision IS NULL OR decision <> 'released' OR state = 'orphan'),
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided IS NULL)),
    FOREIGN KEY (speech_id, version) REFERENCES texts (speech_id, version),
    FOREIGN KEY (speech_id, version, block_id) REFERENCES blocks (speech_id, version, block_id)
) STRICT, WITHOUT ROWID;

-- Where each thread stands now: on the newest version that it was made on or carried to, unless it was let go there.
CREATE VIEW anchors_now AS
SELECT a.id AS annotation_id, a.speech_id, coalesce(c.version, a.version) AS version,
    CASE WHEN c.version IS NULL THEN a.block_id ELSE c.block_id END AS block_id, coalesce(c.position, a.position) AS position
FROM annotations AS a LEFT JOIN carried_anchors AS c ON c.annotation_id = a.id AND c.version = (
    SELECT max(k.version) FROM carried_anchors AS k WHERE k.annotation_id = a.id AND k.decision IS DISTINCT FROM 'released')
WHERE a.parent_id IS NULL;

-- The log also tells what became of anchors. A check of a table cannot be changed, so its rows move into a new one.
CREATE TABLE annotation_events_with_anchors (
    id            INTEGER PRIMARY KEY, -- rises, since no event is ever deleted
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    kind          TEXT NOT NULL CHECK (kind IN
        ('created', 'edited', 'deleted', 'resolved', 'reopened', 'carried', 'placed', 'kept', 'released')),
    actor_id      INTEGER REFERENCES accounts (id), -- nobody for 'carried', which the program does when a version arrives
    at            TEXT NOT NULL,
    revision      INTEGER NOT NULL, -- of the annotation, after the event
    body          TEXT,             -- the words after 'created' and 'edited'
    created_as    TEXT CHECK (json_valid(created_as)), -- parent or anchor, and audience, for 'created'
    standing      TEXT CHECK (json_valid(standing)),   -- where it stands on which version from then on, for the last four
    UNIQUE (annotation_id, revision),
    CHECK ((actor_id IS NULL) = (kind = 'carried')),
    CHECK ((body IS NOT NULL) = (kind IN ('created', 'edited'))),
    CHECK ((created_as IS NOT NULL) = (kind = 'created')),
    CHECK ((standing IS NOT NULL) = (kind IN ('carried', 'placed', 'kept', 'released')))
) STRICT;

INSERT INTO annotation_events_with_anchors (id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as)
SELECT id, speech_id, annotation_id, kind, actor_id, at, revision, body, created_as FROM annotation_events ORDER BY id;

DROP TABLE annotation_events;

ALTER TABLE annotation_events_with_anchors RENAME TO annotation_events;

CREATE TRIGGER annotation_events_stay BEFORE UPDATE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER annotation_events_are_kept BEFORE DELETE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;

-- Annotations are found by their id, so each new one writes to one index less.
DROP INDEX search_entries_by_speech;

CREATE INDEX search_entries_of_text ON search_entries (speech_id, kind, position) WHERE annotation_id IS NULL;
