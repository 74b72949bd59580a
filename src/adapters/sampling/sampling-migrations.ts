import type { Migrations } from '../sql/migrations.ts'

export const SAMPLING_MIGRATIONS: Migrations = [
  `
  CREATE TABLE sampling_secret (
    tenant_id     TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    plan_id       TEXT NOT NULL,
    seed          TEXT NOT NULL,
    salt          TEXT NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id, plan_id)
  ) STRICT;
  CREATE TRIGGER sampling_secret_is_immutable BEFORE UPDATE ON sampling_secret
    BEGIN SELECT RAISE(ABORT, 'a seed is never changed'); END;
  CREATE TRIGGER sampling_secret_is_kept BEFORE DELETE ON sampling_secret
    BEGIN SELECT RAISE(ABORT, 'a seed is never removed'); END;
  `,
]
