import type { Migrations } from '../sql/migrations.ts'

export const ANSWER_MIGRATIONS: Migrations = [
  `
  CREATE TABLE answer (
    tenant_id  TEXT NOT NULL,
    person_id  TEXT NOT NULL,
    key        TEXT NOT NULL,
    request    TEXT NOT NULL,
    claimed_at TEXT NOT NULL,
    status     INTEGER,
    body       TEXT,
    PRIMARY KEY (tenant_id, person_id, key)
  ) STRICT;
  CREATE INDEX answer_by_time ON answer (tenant_id, claimed_at);
  `,
  // Which of several nodes claimed it.
  `
  ALTER TABLE answer ADD COLUMN node_id TEXT;
  CREATE INDEX answer_running ON answer (tenant_id, node_id) WHERE status IS NULL;
  `,
]
