-- The database as the migrations make it, table by table. Written by a test: change a migration, never this file.

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
, email_confirmed TEXT, authenticator_key TEXT, second_factor TEXT, last_step INTEGER) STRICT;

CREATE VIEW anchors_now AS
SELECT a.id AS annotation_id, a.speech_id, coalesce(c.version, a.version) AS version,
    CASE WHEN c.version IS NULL THEN a.block_id ELSE c.block_id END AS block_id, coalesce(c.position, a.position) AS position
FROM annotations AS a LEFT JOIN carried_anchors AS c ON c.annotation_id = a.id AND c.version = (
    SELECT max(k.version) FROM carried_anchors AS k WHERE k.annotation_id = a.id AND k.decision IS DISTINCT FROM 'released')
WHERE a.parent_id IS NULL;

CREATE TABLE "annotation_events" (
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

CREATE TRIGGER annotation_events_are_kept BEFORE DELETE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;

CREATE TRIGGER annotation_events_stay BEFORE UPDATE ON annotation_events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

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
    revision         INTEGER NOT NULL, group_id INTEGER REFERENCES groups (id) CHECK (group_id IS NULL OR audience = 'private'), tags TEXT CHECK (tags IS NULL OR (json_array_length(tags) > 0 AND parent_id IS NULL)), tagged TEXT, assignee_id INTEGER REFERENCES accounts (id) CHECK (assignee_id IS NULL OR parent_id IS NULL), due TEXT CHECK (due IS NULL OR assignee_id IS NOT NULL),
    CHECK ((parent_id IS NULL) = (block_id IS NOT NULL)),
    CHECK (parent_id IS NOT NULL
        OR (version IS NOT NULL AND position IS NOT NULL)),
    CHECK ((range_start IS NULL) = (range_end IS NULL)),
    CHECK ((range_start IS NULL) = (exact IS NULL) AND (exact IS NULL) = (prefix IS NULL) AND (exact IS NULL) = (suffix IS NULL)),
    CHECK ((resolved_by IS NULL) = (resolved IS NULL)),
    CHECK ((deleted_by IS NULL) = (deleted IS NULL)),
    FOREIGN KEY (speech_id, version, block_id) REFERENCES blocks (speech_id, version, block_id)
) STRICT;

CREATE INDEX annotations_by_assignee ON annotations (assignee_id) WHERE assignee_id IS NOT NULL;

CREATE INDEX annotations_by_parent ON annotations (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX annotations_by_speech ON annotations (speech_id, id);

CREATE INDEX annotations_tagged ON annotations (speech_id) WHERE tags IS NOT NULL;

CREATE TABLE api_tokens (
    id         TEXT NOT NULL PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE, -- SHA-256 of the secret
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    scope      TEXT NOT NULL CHECK (scope IN ('read', 'write')),
    created    TEXT NOT NULL,
    revoked    TEXT
, expires TEXT, label TEXT NOT NULL DEFAULT '') STRICT;

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
    source_line INTEGER NOT NULL, source_page INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (speech_id, version, position),
    UNIQUE (speech_id, version, block_id),
    FOREIGN KEY (speech_id, version) REFERENCES texts (speech_id, version)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE group_members (
    group_id   INTEGER NOT NULL REFERENCES groups (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    role       TEXT NOT NULL CHECK (role IN ('member', 'moderator')),
    joined     TEXT NOT NULL,
    PRIMARY KEY (group_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_members_by_account ON group_members (account_id);

CREATE TABLE groups (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    created    TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES accounts (id),
    archived   TEXT -- read, but no longer written in
) STRICT;

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

CREATE TRIGGER header_changes_are_kept BEFORE DELETE ON header_changes
BEGIN
    SELECT RAISE(ABORT, 'changes are never deleted');
END;

CREATE TRIGGER header_changes_stay BEFORE UPDATE ON header_changes
BEGIN
    SELECT RAISE(ABORT, 'changes are never rewritten');
END;

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

CREATE INDEX inbox_by_mail ON inbox (mail_id) WHERE mail_id IS NOT NULL;

CREATE INDEX inbox_for_digest ON inbox (account_id, at) WHERE mail = 'daily' AND mail_id IS NULL;

CREATE UNIQUE INDEX inbox_mentions_once ON inbox (account_id, annotation_id) WHERE kind = 'mention';

CREATE INDEX inbox_unread ON inbox (account_id) WHERE read IS NULL;

CREATE TABLE mail_choices (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    kind       TEXT NOT NULL CHECK (kind IN ('reply', 'mention', 'assignment', 'followed')),
    choice     TEXT NOT NULL CHECK (choice IN ('once', 'daily', 'never')),
    PRIMARY KEY (account_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE "one_time_links" (
    hash       BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the token
    purpose    TEXT NOT NULL CHECK (purpose IN ('setup', 'password', 'reset', 'confirm')),
    account_id INTEGER REFERENCES accounts (id),
    created    TEXT NOT NULL,
    expires    TEXT NOT NULL,
    used       TEXT
) STRICT;

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

CREATE INDEX outbox_ended ON outbox (ended) WHERE ended IS NOT NULL;

CREATE INDEX outbox_waiting ON outbox (due) WHERE state = 'waiting';

CREATE TABLE passkeys (
    credential_id      BLOB NOT NULL PRIMARY KEY,
    account_id         INTEGER NOT NULL REFERENCES accounts (id),
    name               TEXT NOT NULL,
    public_key         BLOB NOT NULL,
    sign_count         INTEGER NOT NULL,
    transports         TEXT NOT NULL CHECK (json_valid(transports)),
    is_user_verified   INTEGER NOT NULL CHECK (is_user_verified IN (0, 1)),
    is_backup_eligible INTEGER NOT NULL CHECK (is_backup_eligible IN (0, 1)),
    is_backed_up       INTEGER NOT NULL CHECK (is_backed_up IN (0, 1)),
    attestation_object BLOB NOT NULL,
    client_data_json   BLOB NOT NULL,
    created            TEXT NOT NULL,
    last_used          TEXT
) STRICT;

CREATE INDEX passkeys_by_account ON passkeys (account_id);

CREATE TABLE provider_logins (
    issuer     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    created    TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX provider_logins_by_account ON provider_logins (account_id);

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

CREATE TABLE recovery_codes (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    hash       BLOB NOT NULL, -- SHA-256; a used one is deleted
    PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE registration_invitations (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    hash             BLOB NOT NULL UNIQUE, -- SHA-256 of the link's token
    made_by          INTEGER NOT NULL REFERENCES accounts (id),
    role             TEXT NOT NULL CHECK (role IN ('reader', 'annotator', 'editor', 'administrator')),
    email            TEXT, -- the one address that may register with it, where it is for one
    normalized_email TEXT,
    uses             INTEGER NOT NULL DEFAULT 0,
    maximum_uses     INTEGER NOT NULL CHECK (maximum_uses > 0),
    created          TEXT NOT NULL,
    expires          TEXT NOT NULL,
    revoked          TEXT,
    CHECK (uses <= maximum_uses),
    CHECK ((email IS NULL) = (normalized_email IS NULL))
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    text, who,
    content = 'search_entries', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);

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
, group_id INTEGER REFERENCES groups (id)) STRICT;

CREATE INDEX search_entries_of_text ON search_entries (speech_id, kind, position) WHERE annotation_id IS NULL;

CREATE TRIGGER search_entries_changed AFTER UPDATE OF text, who ON search_entries
WHEN old.id <= (SELECT max(id) FROM search_docsize)
BEGIN
    INSERT INTO search (search, rowid, text, who) VALUES ('delete', old.id, old.text, old.who);
    INSERT INTO search (rowid, text, who) VALUES (new.id, new.text, new.who);
END;

CREATE TRIGGER search_entries_removed AFTER DELETE ON search_entries
WHEN old.id <= (SELECT max(id) FROM search_docsize)
BEGIN
    INSERT INTO search (search, rowid, text, who) VALUES ('delete', old.id, old.text, old.who);
END;

CREATE TABLE sessions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    hash       BLOB NOT NULL UNIQUE, -- SHA-256 of the secret in the cookie
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    stamp      TEXT NOT NULL, -- the account's security stamp then; another one ends the session
    method     TEXT NOT NULL CHECK (method IN ('password', 'code', 'recovery', 'passkey', 'provider', 'link')),
    browser    TEXT NOT NULL, -- "Firefox on Linux"
    address    TEXT NOT NULL, -- network address
    created    TEXT NOT NULL,
    last_seen  TEXT NOT NULL -- to the hour
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE speech_speakers (
    speech_id INTEGER NOT NULL REFERENCES speeches (id),
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (speech_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX speech_speakers_by_name ON speech_speakers (name);

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
, symbol TEXT) STRICT;

CREATE INDEX speeches_by_date ON speeches (date DESC, id DESC);

CREATE INDEX speeches_by_day ON speeches (date, language) WHERE date IS NOT NULL;

CREATE INDEX speeches_by_symbol ON speeches (symbol) WHERE symbol IS NOT NULL;

CREATE TABLE tag_changes (
    id        INTEGER PRIMARY KEY,
    from_tag  TEXT NOT NULL,
    to_tag    TEXT, -- NULL where the tag was taken away
    actor_id  INTEGER NOT NULL REFERENCES accounts (id),
    at        TEXT NOT NULL
) STRICT;

CREATE TABLE text_fingerprints (
    speech_id INTEGER NOT NULL,
    version   INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    PRIMARY KEY (speech_id, version),
    FOREIGN KEY (speech_id, version) REFERENCES texts (speech_id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX text_fingerprints_by_sha256 ON text_fingerprints (sha256);

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
