-- Times are UTC, ISO 8601, milliseconds ("2026-11-24T06:09:39.000Z"), so that they sort as text.
-- Ranges are half-open, in UTF-16 code units of the block's text.

CREATE TABLE accounts (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT, -- never given out twice: sessions and events name it
    email               TEXT NOT NULL,
    normalized_email    TEXT NOT NULL UNIQUE,
    name                TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    role                TEXT NOT NULL CHECK (role IN ('reader', 'annotator', 'editor', 'administrator')),
    password_hash       TEXT,
    security_stamp      TEXT NOT NULL,
    concurrency_stamp   TEXT NOT NULL,
    lockout_end         TEXT,
    access_failed_count INTEGER NOT NULL,
    created             TEXT NOT NULL,
    disabled            TEXT
) STRICT;

CREATE TABLE one_time_links (
    hash       BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the token
    purpose    TEXT NOT NULL CHECK (purpose IN ('setup', 'password')),
    account_id INTEGER REFERENCES accounts (id),
    created    TEXT NOT NULL,
    expires    TEXT NOT NULL,
    used       TEXT
) STRICT;

CREATE TABLE api_tokens (
    id         TEXT NOT NULL PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE, -- SHA-256 of the secret
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    scope      TEXT NOT NULL CHECK (scope IN ('read', 'write')),
    created    TEXT NOT NULL,
    revoked    TEXT
) STRICT;

-- The header is whole in JSON; the columns beside it are what lists filter and sort by.
CREATE TABLE speeches (
    id       INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL UNIQUE,
    header   TEXT NOT NULL CHECK (json_valid(header)),
    title    TEXT,
    kind     TEXT,
    office   TEXT,
    language TEXT,
    date     TEXT,
    year     INTEGER,
    version  INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    created  TEXT NOT NULL
) STRICT;

CREATE INDEX speeches_by_date ON speeches (date DESC, id DESC);

CREATE TABLE speech_speakers (
    speech_id INTEGER NOT NULL REFERENCES speeches (id),
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (speech_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX speech_speakers_by_name ON speech_speakers (name);

-- Versions of a text: written once, never changed. The source's bytes stand last, so that the rest is read without them.
CREATE TABLE texts (
    speech_id         INTEGER NOT NULL REFERENCES speeches (id),
    version           INTEGER NOT NULL CHECK (version > 0),
    language          TEXT,
    imported          TEXT NOT NULL,
    source_name       TEXT NOT NULL,
    source_media_type TEXT NOT NULL,
    source_length     INTEGER NOT NULL,
    source_sha256     TEXT NOT NULL,
    source            BLOB NOT NULL CHECK (length(source) = source_length),
    PRIMARY KEY (speech_id, version)
) STRICT;

CREATE INDEX texts_by_source ON texts (source_sha256);

CREATE TABLE blocks (
    speech_id   INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    block_id    TEXT NOT NULL,
    kind        TEXT NOT NULL,
    number      INTEGER,
    level       INTEGER NOT NULL,
    marker      TEXT,
    text        TEXT NOT NULL,
    spans       TEXT NOT NULL CHECK (json_valid(spans)),
    source_line INTEGER NOT NULL,
    PRIMARY KEY (speech_id, version, position),
    UNIQUE (speech_id, version, block_id),
    FOREIGN KEY (speech_id, version) REFERENCES texts (speech_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotations (
    speech_id   INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    block_id    TEXT NOT NULL,
    range_start INTEGER NOT NULL,
    range_end   INTEGER NOT NULL,
    words       TEXT NOT NULL,
    is_title    INTEGER NOT NULL CHECK (is_title IN (0, 1)),
    said_by     TEXT,
    PRIMARY KEY (speech_id, version, position),
    FOREIGN KEY (speech_id, version, block_id) REFERENCES blocks (speech_id, version, block_id)
) STRICT, WITHOUT ROWID;

-- Annotations as they stand now. A root (no parent) holds the anchor of its thread; replies have none of their own.
CREATE TABLE annotations (
    id               TEXT NOT NULL PRIMARY KEY,
    speech_id        INTEGER NOT NULL REFERENCES speeches (id),
    parent_id        TEXT REFERENCES annotations (id),
    version          INTEGER,
    block_id         TEXT,
    position         INTEGER, -- the block's, to sort by
    range_start      INTEGER,
    range_end        INTEGER,
    exact            TEXT, -- of a range; on a whole block the words are the block's, which never change
    prefix           TEXT,
    suffix           TEXT,
    author_id        INTEGER NOT NULL REFERENCES accounts (id),
    thread_author_id INTEGER NOT NULL REFERENCES accounts (id),
    audience         TEXT NOT NULL CHECK (audience IN ('public', 'private')),
    body             TEXT NOT NULL,
    created          TEXT NOT NULL,
    modified         TEXT,
    resolved_by      INTEGER REFERENCES accounts (id),
    resolved         TEXT,
    deleted_by       INTEGER REFERENCES accounts (id),
    deleted          TEXT,
    revision         INTEGER NOT NULL,
    CHECK ((parent_id IS NULL) = (block_id IS NOT NULL)),
    CHECK (parent_id IS NOT NULL
        OR (version IS NOT NULL AND position IS NOT NULL)),
    CHECK ((range_start IS NULL) = (range_end IS NULL)),
    CHECK ((range_start IS NULL) = (exact IS NULL) AND (exact IS NULL) = (prefix IS NULL) AND (exact IS NULL) = (suffix IS NULL)),
    CHECK ((resolved_by IS NULL) = (resolved IS NULL)),
    CHECK ((deleted_by IS NULL) = (deleted IS NULL)),
    FOREIGN KEY (speech_id, version, block_id) REFERENCES blocks (speech_id, version, block_id)
) STRICT;

CREATE INDEX annotations_by_speech ON annotations (speech_id, id); -- ids sort by time
CREATE INDEX annotations_by_parent ON annotations (parent_id) WHERE parent_id IS NOT NULL;

-- The truth about annotations: what was done, by whom, when, with the words of that moment.
CREATE TABLE annotation_events (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    kind          TEXT NOT NULL CHECK (kind IN ('created', 'edited', 'deleted', 'resolved', 'reopened')),
    actor_id      INTEGER NOT NULL REFERENCES accounts (id),
    at            TEXT NOT NULL,
    revision      INTEGER NOT NULL, -- of the annotation, after the event
    body          TEXT,             -- the words after 'created' and 'edited'
    created_as    TEXT CHECK (json_valid(created_as)), -- parent or anchor, and audience, for 'created'
    UNIQUE (annotation_id, revision),
    CHECK ((body IS NOT NULL) = (kind IN ('created', 'edited'))),
    CHECK ((created_as IS NOT NULL) = (kind = 'created'))
) STRICT;

CREATE TRIGGER annotation_events_stay BEFORE UPDATE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER annotation_events_are_kept BEFORE DELETE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;

-- What can be searched: the current text's parts, headers and the annotations that are not deleted.
-- Only owner_id may know of an entry that has one; an entry without is everybody's.
CREATE TABLE search_entries (
    id            INTEGER PRIMARY KEY,
    speech_id     INTEGER NOT NULL REFERENCES speeches (id),
    kind          TEXT NOT NULL CHECK (kind IN ('speech', 'paragraph', 'quotation', 'annotation')),
    block_id      TEXT,
    number        INTEGER,
    annotation_id TEXT UNIQUE REFERENCES annotations (id),
    owner_id      INTEGER REFERENCES accounts (id),
    position      INTEGER NOT NULL, -- of the block or quotation
    text          TEXT NOT NULL,
    who           TEXT
) STRICT;

CREATE INDEX search_entries_by_speech ON search_entries (speech_id, kind, position);

CREATE VIRTUAL TABLE search USING fts5 (
    text, who,
    content = 'search_entries', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- FTS5 writes what it holds at each savepoint, so new entries do not go in one by one: the program adds those above the highest
-- that the index knows, many at once, before the next search. Only what is in the index already is taken out or changed there.
CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries
WHEN old.id <= (SELECT max(id) FROM search_docsize)
BEGIN
    INSERT INTO search (search, rowid, text, who) VALUES ('delete', old.id, old.text, old.who);
END;

CREATE TRIGGER search_entries_changed AFTER UPDATE OF text, who ON search_entries
WHEN old.id <= (SELECT max(id) FROM search_docsize)
BEGIN
    INSERT INTO search (search, rowid, text, who) VALUES ('delete', old.id, old.text, old.who);
    INSERT INTO search (rowid, text, who) VALUES (new.id, new.text, new.who);
END;
