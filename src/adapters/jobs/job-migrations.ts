import type { Migrations } from '../sql/migrations.ts'

export const JOB_MIGRATIONS: Migrations = [
  `
  CREATE TABLE job (
    tenant_id     TEXT NOT NULL,
    place         INTEGER NOT NULL,
    job_id        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    assessment_id TEXT,
    by_person     TEXT NOT NULL,
    at            TEXT NOT NULL,
    about         TEXT NOT NULL,
    ended_at      TEXT,
    result        TEXT,
    PRIMARY KEY (tenant_id, place),
    UNIQUE (tenant_id, job_id)
  ) STRICT;
  CREATE INDEX job_unfinished ON job (tenant_id, place) WHERE ended_at IS NULL;
  `,
  // Several nodes do the work of one store: which of them does it, and what the others ask and are told.
  `
  ALTER TABLE job ADD COLUMN node_id TEXT;
  ALTER TABLE job ADD COLUMN taken_at TEXT;
  ALTER TABLE job ADD COLUMN pace TEXT;
  ALTER TABLE job ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE job ADD COLUMN is_presumed INTEGER NOT NULL DEFAULT 0;
  `,
]
