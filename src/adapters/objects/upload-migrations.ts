import type { Migrations } from '../sql/migrations.ts'

/**
 * `held` is null once nothing of the upload is left to be sealed. A part is counted by its row: an object alone is nothing.
 * A reservation is numbered when it is sealed, among those of its tenant.
 */
export const UPLOAD_MIGRATIONS: Migrations = [
  `
  CREATE TABLE upload (
    tenant_id TEXT NOT NULL,
    shelf     TEXT NOT NULL,
    upload_id TEXT NOT NULL,
    by_person TEXT NOT NULL,
    begun_at  TEXT NOT NULL,
    declared  TEXT NOT NULL,
    held      INTEGER,
    ended     TEXT,
    whole     TEXT,
    PRIMARY KEY (tenant_id, shelf, upload_id)
  ) STRICT;
  CREATE TABLE upload_part (
    tenant_id  TEXT NOT NULL,
    shelf      TEXT NOT NULL,
    upload_id  TEXT NOT NULL,
    first_byte INTEGER NOT NULL,
    bytes      INTEGER NOT NULL,
    object_key TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    PRIMARY KEY (tenant_id, shelf, upload_id, first_byte)
  ) STRICT;
  `,
  `
  CREATE TABLE evidence_reservation (
    tenant_id TEXT NOT NULL,
    upload_id TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    at        TEXT NOT NULL,
    sealed_as INTEGER,
    PRIMARY KEY (tenant_id, upload_id)
  ) STRICT;
  `,
]
