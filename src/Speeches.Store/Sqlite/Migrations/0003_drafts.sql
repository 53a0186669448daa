-- What an editor has uploaded and not yet published: seen by that editor alone, changed in place, gone after a while.
CREATE TABLE drafts (
    id                TEXT NOT NULL PRIMARY KEY,
    account_id        INTEGER NOT NULL REFERENCES accounts (id),
    created           TEXT NOT NULL,
    modified          TEXT NOT NULL,
    revision          INTEGER NOT NULL,
    title             TEXT,
    paragraphs        INTEGER NOT NULL,
    remarks           INTEGER NOT NULL, -- diagnostics
    size              INTEGER NOT NULL, -- bytes of source, lines and text together
    source_name       TEXT NOT NULL,
    source_media_type TEXT NOT NULL,
    source_length     INTEGER NOT NULL,
    source_sha256     TEXT NOT NULL,
    parsed            TEXT NOT NULL CHECK (json_valid(parsed)), -- header, blocks, quotations, diagnostics as they stand now
    lines             TEXT NOT NULL CHECK (json_valid(lines)),  -- of the source, as it was read
    source            BLOB NOT NULL CHECK (length(source) = source_length),
    UNIQUE (account_id, source_sha256)
) STRICT;

-- The words of each version without spacing, punctuation and case: another file with the same words has the same.
CREATE TABLE text_fingerprints (
    speech_id INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    PRIMARY KEY (speech_id, version),
    FOREIGN KEY (speech_id, version) REFERENCES texts (speech_id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX text_fingerprints_by_sha256 ON text_fingerprints (sha256);

ALTER TABLE speeches ADD COLUMN symbol TEXT;
UPDATE speeches SET symbol = json_extract(header, '$.symbol');
CREATE INDEX speeches_by_symbol ON speeches (symbol) WHERE symbol IS NOT NULL;

CREATE INDEX speeches_by_day ON speeches (date, language) WHERE date IS NOT NULL;

-- What people changed in the headers of published speeches, field by field.
CREATE TABLE header_changes (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    speech_id INTEGER NOT NULL REFERENCES speeches (id),
    actor_id  INTEGER NOT NULL REFERENCES accounts (id),
    at        TEXT NOT NULL,
    field     TEXT NOT NULL, -- its name in JSON
    before    TEXT NOT NULL CHECK (json_valid(before)),
    after     TEXT NOT NULL CHECK (json_valid(after))
) STRICT;

CREATE INDEX header_changes_by_speech ON header_changes (speech_id, id);

CREATE TRIGGER header_changes_stay BEFORE UPDATE ON header_changes
BEGIN
    SELECT RAISE(ABORT, 'changes are never rewritten');
END;

CREATE TRIGGER header_changes_are_kept BEFORE DELETE ON header_changes
BEGIN
    SELECT RAISE(ABORT, 'changes are never deleted');
END;
