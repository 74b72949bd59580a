import type { Tenant, TenantStore } from '../../app/ports/tenant-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import type { Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { integerOf, oneOf, textOf, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'

export function sqliteTenants(database: Database): TenantStore {
  const all = prepare(database, 'SELECT * FROM tenant ORDER BY tenant_id', tenantOf)
  const one = prepare(database, 'SELECT * FROM tenant WHERE tenant_id = ?', tenantOf)
  const insert = prepare(
    database,
    `INSERT INTO tenant (tenant_id, name, digest, second_factor) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_id) DO NOTHING`,
  )
  const update = prepare(database, 'UPDATE tenant SET name = ?, digest = ?, second_factor = ? WHERE tenant_id = ?')
  const count = prepare(database, 'UPDATE tenant SET uncharged_failures = uncharged_failures + 1 WHERE tenant_id = ?')
  const counted = prepare(database, 'SELECT uncharged_failures FROM tenant WHERE tenant_id = ?', (row) =>
    integerOf(row, 'uncharged_failures'),
  )
  return {
    tenants: async () => guarded(database.path, () => all.all()),
    tenant: async (tenantId) => guarded(database.path, () => one.get(tenantId)),
    addTenant: async ({ tenantId, name, digest, secondFactor }) =>
      guarded(database.path, () => (insert.run(tenantId, name, digest, secondFactor) === 1 ? 'added' : 'taken')),
    saveTenant: async ({ tenantId, name, digest, secondFactor }) =>
      guarded(database.path, () => (update.run(name, digest, secondFactor, tenantId) === 1 ? 'saved' : 'unknown')),
    countUncharged: async (tenantId) =>
      guarded(database.path, () => {
        count.run(tenantId)
        return null
      }),
    unchargedFailures: async (tenantId) => guarded(database.path, () => counted.get(tenantId) ?? 0),
  }
}

function tenantOf(row: SqlRow): Tenant {
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    name: textOf(row, 'name'),
    digest: oneOf(row, 'digest', ['sha256', 'sm3']),
    secondFactor: oneOf(row, 'second_factor', ['optional', 'duties', 'everyone']),
  }
}
