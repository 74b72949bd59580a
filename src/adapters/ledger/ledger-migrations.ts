import type { Migrations } from '../sql/migrations.ts'

/**
 * The file of ledgers. Every key begins with the tenant. What is evidence (headers, events, keys, rubrics) can be added
 * to and never changed, whoever holds the connection. `checksum` stands where no digest of the chain covers a row.
 */
const ledgers = `
  CREATE TABLE headers (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    format TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    rubric_digest TEXT NOT NULL,
    notice_digest TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE heads (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    body_digest TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE keys (
    tenant_id TEXT NOT NULL,
    key TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    request TEXT NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE rubrics (
    tenant_id TEXT NOT NULL,
    rubric_digest TEXT NOT NULL,
    rubric TEXT NOT NULL,
    notice_digest TEXT NOT NULL,
    notice TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, rubric_digest)
  ) STRICT;

  ${['headers', 'events', 'keys', 'rubrics'].map(onlyAdded).join('')}

  CREATE TRIGGER heads_stay BEFORE DELETE ON heads
    BEGIN SELECT RAISE(ABORT, 'heads are never removed'); END;
  CREATE TRIGGER heads_go_forward BEFORE UPDATE ON heads
    WHEN new.seq <= old.seq OR new.tenant_id <> old.tenant_id OR new.assessment_id <> old.assessment_id
    BEGIN SELECT RAISE(ABORT, 'heads go forward only'); END;
`

const outbox = `
  CREATE TABLE messages (
    tenant_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    audience_kind TEXT NOT NULL,
    audience_ref TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    link TEXT NOT NULL,
    laid_down_at TEXT NOT NULL,
    is_planned INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, place),
    UNIQUE (tenant_id, message_id)
  ) STRICT;
  CREATE INDEX messages_to ON messages (tenant_id, audience_kind, audience_ref, place);
  CREATE INDEX messages_unplanned ON messages (tenant_id, place) WHERE is_planned = 0;

  CREATE TABLE deliveries (
    tenant_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    receiver TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    state TEXT NOT NULL,
    due_at TEXT NOT NULL,
    taken_at TEXT,
    last_error TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, message_id, channel, receiver)
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (tenant_id, state, due_at);
`

/**
 * What reading a ledger for its reminders said; it can be emptied at any time: the ledgers say it again. Where several nodes lay
 * down messages at once, their places come from a sequence, which nobody waits for.
 */
const looks = `
  CREATE TABLE ledger_looks (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    looked_on TEXT NOT NULL,
    calendars TEXT NOT NULL,
    next_day TEXT,
    last_event_at TEXT,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id)
  ) STRICT, WITHOUT ROWID;
  -- PostgreSQL only: CREATE SEQUENCE message_places OWNED BY messages.place;
`

export const LEDGER_MIGRATIONS: Migrations = [ledgers, outbox, looks]

function onlyAdded(table: string): string {
  return `
  CREATE TRIGGER ${table}_unchanged BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} are never changed'); END;
  CREATE TRIGGER ${table}_stay BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} are never removed'); END;`
}
