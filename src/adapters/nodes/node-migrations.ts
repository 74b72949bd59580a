import type { Migrations } from '../sql/migrations.ts'

export const NODE_MIGRATIONS: Migrations = [
  `
  CREATE TABLE node (
    node_id    TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    version    TEXT NOT NULL,
    address    TEXT NOT NULL,
    started_at TEXT NOT NULL,
    keeps      TEXT NOT NULL,
    beats      INTEGER NOT NULL,
    beat_at    TEXT NOT NULL
  ) STRICT;
  `,
  `ALTER TABLE node ADD COLUMN knows TEXT NOT NULL DEFAULT '';`,
]
