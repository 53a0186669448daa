-- Mail that was decided in the same transaction as its cause. A row is claimed for a while before it is handed over, and 'sent' only
-- once the server has taken it: one that was being handed over when the program died waits until its claim ends, and goes again
-- under the same Message-ID.
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
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
    CHECK ((ended IS NULL) = (state = 'waiting')),
    CHECK (claimed_until IS NULL OR state = 'waiting')
) STRICT;

CREATE INDEX outbox_waiting ON outbox (due) WHERE state = 'waiting';
CREATE INDEX outbox_ended ON outbox (ended) WHERE ended IS NOT NULL;
