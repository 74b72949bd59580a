import type { Migrations } from '../sqlite/open-database.ts'

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
]
