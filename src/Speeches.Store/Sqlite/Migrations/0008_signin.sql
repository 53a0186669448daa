-- Signing in: what is kept of a secret is its hash, or the secret under the keys of the data folder where it has to be known again.

-- When a token ends; NULL for those made before tokens ended.
ALTER TABLE api_tokens ADD COLUMN expires TEXT;

ALTER TABLE api_tokens ADD COLUMN label TEXT NOT NULL DEFAULT '';

-- A browser in which somebody is signed in. The row is the session: without it the cookie, or a copy of it, is worth nothing.
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

ALTER TABLE accounts ADD COLUMN email_confirmed TEXT;

-- The key of one-time codes (RFC 6238) under the keys of the data folder; since when codes are asked for, NULL while the key is only on
-- offer; and the time step of the last code that was taken, since no code is taken twice.
ALTER TABLE accounts ADD COLUMN authenticator_key TEXT;

ALTER TABLE accounts ADD COLUMN second_factor TEXT;

ALTER TABLE accounts ADD COLUMN last_step INTEGER;

CREATE TABLE recovery_codes (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    hash       BLOB NOT NULL, -- SHA-256; a used one is deleted
    PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;

-- WebAuthn credentials, in the words of ASP.NET Core Identity.
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

-- OpenID Connect: who an account is elsewhere.
CREATE TABLE provider_logins (
    issuer     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    created    TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX provider_logins_by_account ON provider_logins (account_id);

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

CREATE TABLE one_time_links_of_more_kinds (
    hash       BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the token
    purpose    TEXT NOT NULL CHECK (purpose IN ('setup', 'password', 'reset', 'confirm')),
    account_id INTEGER REFERENCES accounts (id),
    created    TEXT NOT NULL,
    expires    TEXT NOT NULL,
    used       TEXT
) STRICT;

INSERT INTO one_time_links_of_more_kinds (hash, purpose, account_id, created, expires, used)
SELECT hash, purpose, account_id, created, expires, used FROM one_time_links;

DROP TABLE one_time_links;

ALTER TABLE one_time_links_of_more_kinds RENAME TO one_time_links;
