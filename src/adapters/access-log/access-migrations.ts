import type { Migrations } from '../sql/migrations.ts'

/**
 * The triggers hold whoever writes, through this program or another, and go by the clock of SQLite: an entry cannot be
 * changed, overwritten, or removed before 190 days have passed.
 */
export const ACCESS_MIGRATIONS: Migrations = [
  `
  CREATE TABLE access (
    tenant_id  TEXT NOT NULL,
    place      INTEGER NOT NULL,
    at         TEXT NOT NULL,
    person_id  TEXT,
    action     TEXT NOT NULL,
    result     TEXT NOT NULL CHECK (result IN ('done', 'refused', 'failed')),
    reason     TEXT,
    subject    TEXT,
    request_id TEXT,
    address    TEXT,
    PRIMARY KEY (tenant_id, place)
  ) STRICT;
  CREATE INDEX access_by_time ON access (tenant_id, at);

  CREATE TRIGGER access_is_immutable BEFORE UPDATE ON access
    BEGIN SELECT RAISE(ABORT, 'an access entry is never changed'); END;
  CREATE TRIGGER access_is_not_overwritten BEFORE INSERT ON access
    WHEN EXISTS (SELECT 1 FROM access WHERE tenant_id = NEW.tenant_id AND place = NEW.place)
    BEGIN SELECT RAISE(ABORT, 'an access entry is never overwritten'); END;
  CREATE TRIGGER access_is_kept BEFORE DELETE ON access
    WHEN julianday(OLD.at) IS NULL OR julianday(OLD.at) > julianday('now') - 190
    BEGIN SELECT RAISE(ABORT, 'an access entry is kept for 190 days'); END;
  `,
  'ALTER TABLE access ADD COLUMN checksum INTEGER;',
]
