import { NO_QUOTAS, type Quotas } from '../../app/ports/quotas.ts'
import type { RemovedTenant, Tenant, TenantStore } from '../../app/ports/tenant-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import { integerOf, integerOrNull, oneOf, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'

const ALL = query('SELECT * FROM tenant ORDER BY tenant_id', tenantOf)
const ONE = query('SELECT * FROM tenant WHERE tenant_id = ?', tenantOf)
const INSERT = command(
  `INSERT INTO tenant (name, digest, second_factor, kind, city_id, state, tenant_id) VALUES (?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (tenant_id) DO NOTHING`,
)
const REMOVED = query(
  'SELECT removed_tenant_id, name, removed_by, export_digest, begun_at, removed_at FROM removed_tenant ORDER BY begun_at',
  removedOf,
)
const UPDATE = command(
  'UPDATE tenant SET name = ?, digest = ?, second_factor = ?, kind = ?, city_id = ?, state = ? WHERE tenant_id = ?',
)
const QUOTAS = query(
  'SELECT quota_people, quota_assessments, quota_evidence_bytes, quota_records FROM tenant WHERE tenant_id = ?',
  (row): Quotas => ({
    people: integerOrNull(row, 'quota_people'),
    assessments: integerOrNull(row, 'quota_assessments'),
    evidenceBytes: integerOrNull(row, 'quota_evidence_bytes'),
    records: integerOrNull(row, 'quota_records'),
  }),
)
const SET_QUOTAS = command(
  `UPDATE tenant SET quota_people = ?, quota_assessments = ?, quota_evidence_bytes = ?, quota_records = ?
   WHERE tenant_id = ?`,
)
const COUNT = command('UPDATE tenant SET uncharged_failures = uncharged_failures + 1 WHERE tenant_id = ?')
const COUNTED = query('SELECT uncharged_failures FROM tenant WHERE tenant_id = ?', (row) =>
  integerOf(row, 'uncharged_failures'),
)

export function sqlTenants(database: SqlDatabase): TenantStore {
  return {
    tenants: async () => database.ask((sql) => sql.all(ALL)),
    tenant: async (tenantId) => database.ask((sql) => sql.get(ONE, tenantId)),
    addTenant: async (tenant) =>
      database.ask(async (sql) => ((await sql.run(INSERT, ...columnsOf(tenant))) === 1 ? 'added' : 'taken')),
    saveTenant: async (tenant) =>
      database.ask(async (sql) => ((await sql.run(UPDATE, ...columnsOf(tenant))) === 1 ? 'saved' : 'unknown')),
    removedTenants: async () => database.ask((sql) => sql.all(REMOVED)),
    quotas: async (tenantId) => database.ask(async (sql) => (await sql.get(QUOTAS, tenantId)) ?? NO_QUOTAS),
    setQuotas: async (tenantId, { people, assessments, evidenceBytes, records }) =>
      database.ask(async (sql) =>
        (await sql.run(SET_QUOTAS, people, assessments, evidenceBytes, records, tenantId)) === 1 ? 'saved' : 'unknown',
      ),
    countUncharged: async (tenantId) =>
      database.ask(async (sql) => {
        await sql.run(COUNT, tenantId)
        return null
      }),
    unchargedFailures: async (tenantId) => database.ask(async (sql) => (await sql.get(COUNTED, tenantId)) ?? 0),
  }
}

function columnsOf({ tenantId, name, digest, secondFactor, kind, cityId, state }: Tenant) {
  return [name, digest, secondFactor, kind, cityId, state, tenantId] as const
}

function tenantOf(row: SqlRow): Tenant {
  const cityId = textOrNull(row, 'city_id')
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    name: textOf(row, 'name'),
    digest: oneOf(row, 'digest', ['sha256', 'sm3']),
    secondFactor: oneOf(row, 'second_factor', ['optional', 'duties', 'everyone']),
    kind: oneOf(row, 'kind', ['district', 'city']),
    cityId: cityId === null ? null : id(cityId),
    state: oneOf(row, 'state', ['active', 'suspended']),
  }
}

function removedOf(row: SqlRow): RemovedTenant {
  const [digest, removedAt] = [textOrNull(row, 'export_digest'), textOrNull(row, 'removed_at')]
  return {
    tenantId: id(textOf(row, 'removed_tenant_id')),
    name: textOf(row, 'name'),
    by: textOf(row, 'removed_by'),
    exportDigest: digest === null ? null : parseDigest(digest),
    begunAt: timestamp(textOf(row, 'begun_at')),
    removedAt: removedAt === null ? null : timestamp(removedAt),
  }
}
