import type { Migrations } from '../sql/migrations.ts'

/** Lists that are only ever read whole are JSON texts. All times are `Timestamp`s, which sort as texts. */
export const PEOPLE_MIGRATIONS: Migrations = [
  `
  CREATE TABLE tenant (
    tenant_id     TEXT NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    digest        TEXT NOT NULL CHECK (digest IN ('sha256', 'sm3')),
    second_factor TEXT NOT NULL CHECK (second_factor IN ('optional', 'duties', 'everyone'))
  ) STRICT;

  CREATE TABLE person (
    tenant_id     TEXT NOT NULL REFERENCES tenant (tenant_id),
    person_id     TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    username      TEXT NOT NULL,
    name          TEXT NOT NULL,
    roles         TEXT NOT NULL,
    center_id     TEXT,
    email         TEXT,
    state         TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
    password      TEXT,
    failures      INTEGER NOT NULL,
    locked_until  TEXT,
    second_factor TEXT,
    PRIMARY KEY (tenant_id, person_id),
    UNIQUE (tenant_id, username)
  ) STRICT;
  CREATE INDEX person_by_email ON person (tenant_id, lower(email));

  CREATE TABLE sign_on_link (
    tenant_id TEXT NOT NULL,
    issuer    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, issuer, subject),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id)
  ) STRICT;
  CREATE INDEX sign_on_link_by_person ON sign_on_link (tenant_id, person_id);

  CREATE TABLE session (
    tenant_id    TEXT NOT NULL,
    token_digest TEXT NOT NULL,
    person_id    TEXT NOT NULL,
    method       TEXT NOT NULL CHECK (method IN ('password', 'sign-on')),
    created_at   TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    is_complete  INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
    PRIMARY KEY (tenant_id, token_digest),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id)
  ) STRICT;
  CREATE INDEX session_by_person ON session (tenant_id, person_id);

  CREATE TABLE sign_on_attempt (
    tenant_id     TEXT NOT NULL REFERENCES tenant (tenant_id),
    token_digest  TEXT NOT NULL,
    state         TEXT NOT NULL,
    nonce         TEXT NOT NULL,
    code_verifier TEXT NOT NULL,
    expires_at    TEXT NOT NULL,
    PRIMARY KEY (tenant_id, token_digest)
  ) STRICT;

  CREATE TABLE api_token (
    tenant_id    TEXT NOT NULL,
    token_id     TEXT NOT NULL,
    token_digest TEXT NOT NULL,
    owner_id     TEXT NOT NULL,
    name         TEXT NOT NULL,
    scopes       TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    revoked_at   TEXT,
    last_used_at TEXT,
    PRIMARY KEY (tenant_id, token_id),
    UNIQUE (tenant_id, token_digest),
    FOREIGN KEY (tenant_id, owner_id) REFERENCES person (tenant_id, person_id)
  ) STRICT;

  CREATE TABLE calendar (
    tenant_id TEXT NOT NULL REFERENCES tenant (tenant_id),
    version   TEXT NOT NULL,
    first_day TEXT NOT NULL,
    days      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, version)
  ) STRICT;
  CREATE TRIGGER calendar_is_immutable BEFORE UPDATE ON calendar
    BEGIN SELECT RAISE(ABORT, 'a calendar is never changed'); END;
  CREATE TRIGGER calendar_is_kept BEFORE DELETE ON calendar
    BEGIN SELECT RAISE(ABORT, 'a calendar is never removed'); END;
  `,
  'ALTER TABLE tenant ADD COLUMN uncharged_failures INTEGER NOT NULL DEFAULT 0;',
  'ALTER TABLE person ADD COLUMN checksum INTEGER;',
  `
  ALTER TABLE tenant ADD COLUMN kind TEXT NOT NULL DEFAULT 'district' CHECK (kind IN ('district', 'city'));
  ALTER TABLE tenant ADD COLUMN city_id TEXT;
  ALTER TABLE tenant ADD COLUMN state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended'));
  `,
  `
  CREATE TABLE removed_tenant (
    removed_tenant_id TEXT NOT NULL PRIMARY KEY,
    name              TEXT NOT NULL,
    removed_by        TEXT NOT NULL,
    export_digest     TEXT,
    begun_at          TEXT NOT NULL,
    removed_at        TEXT,
    counts            TEXT
  ) STRICT;
  CREATE TRIGGER removed_tenant_is_kept BEFORE DELETE ON removed_tenant
    BEGIN SELECT RAISE(ABORT, 'that a district was removed is never forgotten'); END;
  `,
  `
  ALTER TABLE tenant ADD COLUMN quota_people INTEGER;
  ALTER TABLE tenant ADD COLUMN quota_assessments INTEGER;
  ALTER TABLE tenant ADD COLUMN quota_evidence_bytes INTEGER;
  ALTER TABLE tenant ADD COLUMN quota_records INTEGER;
  `,
]
