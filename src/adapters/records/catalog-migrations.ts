import type { Migrations } from '../sql/migrations.ts'

/** The version of a catalog that first knew of batches on shards. */
export const BATCHES_SINCE = 2

/** Lists that are only ever read whole are JSON texts. All times are `Timestamp`s, which sort as texts. */
export const CATALOG_MIGRATIONS: Migrations = [
  `
  CREATE TABLE record_files (
    tenant_id TEXT NOT NULL,
    data_set  TEXT NOT NULL,
    part      TEXT NOT NULL CHECK (part IN ('current', 'superseded')),
    month     TEXT NOT NULL,
    digest    TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    records   INTEGER NOT NULL,
    sources   TEXT NOT NULL,
    import_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, data_set, part, month, digest)
  ) STRICT;
  CREATE UNIQUE INDEX record_file_of_month ON record_files (tenant_id, data_set, month) WHERE part = 'current';

  CREATE TABLE record_imports (
    tenant_id        TEXT NOT NULL,
    seq              INTEGER NOT NULL,
    import_id        TEXT NOT NULL,
    file_name        TEXT NOT NULL,
    file_digest      TEXT NOT NULL,
    profile_id       TEXT NOT NULL,
    data_set         TEXT NOT NULL,
    source           TEXT NOT NULL,
    imported_by      TEXT NOT NULL,
    imported_at      TEXT NOT NULL,
    row_count        INTEGER NOT NULL,
    added            INTEGER NOT NULL,
    corrected        INTEGER NOT NULL,
    unchanged        INTEGER NOT NULL,
    left_out         INTEGER NOT NULL,
    months           TEXT NOT NULL,
    calendar_version TEXT NOT NULL,
    PRIMARY KEY (tenant_id, seq),
    UNIQUE (tenant_id, import_id)
  ) STRICT;

  CREATE TABLE record_lines (
    tenant_id TEXT NOT NULL PRIMARY KEY,
    version   TEXT NOT NULL,
    line      TEXT NOT NULL
  ) STRICT;

  CREATE TABLE record_files_gone (
    tenant_id TEXT NOT NULL,
    data_set  TEXT NOT NULL,
    part      TEXT NOT NULL,
    month     TEXT NOT NULL,
    digest    TEXT NOT NULL,
    gone_at   TEXT NOT NULL,
    PRIMARY KEY (tenant_id, data_set, part, month, digest)
  ) STRICT;

  CREATE TABLE refused_imports (
    tenant_id  TEXT NOT NULL,
    import_id  TEXT NOT NULL,
    first_id   TEXT NOT NULL,
    refused_at TEXT NOT NULL,
    PRIMARY KEY (tenant_id, import_id)
  ) STRICT;

  CREATE TABLE import_profiles (
    tenant_id    TEXT NOT NULL,
    profile_id   TEXT NOT NULL,
    version      INTEGER NOT NULL,
    profile_json TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (tenant_id, profile_id, version)
  ) STRICT;

  CREATE TABLE adopted_detections (
    tenant_id  TEXT NOT NULL,
    rubric_id  TEXT NOT NULL,
    name       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    text       TEXT NOT NULL,
    adopted_by TEXT NOT NULL,
    adopted_at TEXT NOT NULL,
    PRIMARY KEY (tenant_id, rubric_id, name, version)
  ) STRICT;
  `,
  `
  CREATE TABLE declared_feeds (
    tenant_id   TEXT NOT NULL,
    rubric_id   TEXT NOT NULL,
    version     INTEGER NOT NULL,
    feeds       TEXT NOT NULL,
    declared_by TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    PRIMARY KEY (tenant_id, rubric_id, version)
  ) STRICT;
  `,
  // Where records lie on shards: the batch that a month is, how many of its records are on each shard, and all batches that were
  // ever begun, so that what an import left behind is known when it is gone.
  `
  ALTER TABLE record_files ADD COLUMN batch TEXT;
  ALTER TABLE record_files ADD COLUMN spread TEXT;

  CREATE TABLE record_batches (
    tenant_id TEXT NOT NULL,
    batch     TEXT NOT NULL,
    data_set  TEXT NOT NULL,
    part      TEXT NOT NULL,
    month     TEXT NOT NULL,
    digest    TEXT NOT NULL,
    begun_at  TEXT NOT NULL,
    gone_at   TEXT,
    PRIMARY KEY (tenant_id, batch)
  ) STRICT;

  CREATE TABLE record_shards (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    shards   INTEGER NOT NULL,
    name     TEXT NOT NULL
  ) STRICT;
  `,
  // While records go to another number of shards: the batches that will hold, beside those that do. What a batch was put on
  // is told by the number of shards there were, so that what lies on servers that are left behind is found again.
  `
  ALTER TABLE record_batches ADD COLUMN shards INTEGER;

  CREATE TABLE record_placings (
    tenant_id TEXT NOT NULL,
    data_set  TEXT NOT NULL,
    part      TEXT NOT NULL,
    month     TEXT NOT NULL,
    digest    TEXT NOT NULL,
    batch     TEXT NOT NULL,
    spread    TEXT NOT NULL,
    shards    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, data_set, part, month, digest)
  ) STRICT;
  `,
]
