import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficePlace, OfficeRecords, OfficeSource, OfficeTarget } from '../../app/ports/office-copy.ts'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { clearSchema, markSchemaMoved, markSchemaMoving, movingIntoSchema } from '../postgres/moving-mark.ts'
import { aloneInOffice } from '../postgres/office-gate.ts'
import { openPostgres, type Postgres } from '../postgres/open-postgres.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import { postgresSql } from '../postgres/postgres-sql.ts'
import { CATALOG_MIGRATIONS } from '../records/catalog-migrations.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openCheckedSqliteSql, openSqliteSql } from '../sqlite/sqlite-sql.ts'
import { copiedRows } from './copied-rows.ts'
import { firstFilled } from './first-filled.ts'
import { isLastVersion } from './file-version.ts'
import { moveRefusal } from './move-refusals.ts'
import { isCatalogFilled, recordsIn } from './office-records.ts'
import { OFFICE_STORES, type OfficeStore } from './office-tables.ts'

type ServerPlace = Extract<OfficePlace, { readonly kind: 'server' }>

/** An office in a schema of PostgreSQL, held against nodes by a lock that every node shares. */
export async function serverSource(where: ServerPlace): Promise<Outcome<OfficeSource>> {
  return alone(where, async (postgres, close) => {
    const { pool, place } = postgres
    const from = await guardedPostgres(place, () => movingIntoSchema(pool))
    if (!from.ok) return from
    if (from.value !== null) return moveRefusal('move-source-moving', place, from.value)
    const isCurrent = await hasLastVersions(postgres)
    if (!isCurrent.ok) return isCurrent
    if (!isCurrent.value) return moveRefusal('move-source-older', place)
    const own = await sourceStores(postgres)
    if (!own.ok) return own
    const { databaseOf, close: end } = own.value
    const closeAll = async () => {
      await end()
      await close()
    }
    const catalog = await catalogOf(databaseOf('records'), where.dataFolder ?? null)
    if (!catalog.ok) {
      await end()
      return catalog
    }
    const { database, records } = catalog.value
    return accepted({
      ...copiedRows((store) => (store === 'records' ? database : databaseOf(store))),
      place,
      records,
      close: async () => {
        if (database !== databaseOf('records')) await database.close()
        await closeAll()
      },
    })
  })
}

interface OfCatalog {
  readonly database: SqlDatabase
  readonly records: OfficeRecords
}

/** The catalog of records: that of the database where it knows of anything, else that beside the files in the servers' folder. */
async function catalogOf(own: SqlDatabase, dataFolder: string | null): Promise<Outcome<OfCatalog>> {
  const filled = await isCatalogFilled(own)
  if (!filled.ok) return filled
  const file = dataFolder === null ? '' : join(dataFolder, 'records.sqlite')
  if (filled.value || dataFolder === null || !existsSync(file)) {
    const records = await recordsIn(own, '')
    return records.ok ? accepted({ database: own, records: records.value }) : records
  }
  const isCurrent = isLastVersion(file, CATALOG_MIGRATIONS)
  if (!isCurrent.ok) return isCurrent
  if (!isCurrent.value) return moveRefusal('move-source-older', file)
  const beside = openCheckedSqliteSql(file, CATALOG_MIGRATIONS)
  if (!beside.ok) return beside
  const records = await recordsIn(beside.value, dataFolder)
  if (records.ok && records.value.kind === 'folder') return accepted({ database: beside.value, records: records.value })
  await beside.value.close()
  return records.ok ? accepted({ database: own, records: { kind: 'none' } }) : records
}

export async function serverTarget(where: ServerPlace): Promise<Outcome<OfficeTarget>> {
  return alone(where, async (postgres, close) => {
    const { pool, place } = postgres
    const cleared = await guardedPostgres(place, async () => {
      if ((await movingIntoSchema(pool)) !== null) await clearSchema(pool)
    })
    if (!cleared.ok) return cleared
    const databases = await storesOf(postgres)
    if (!databases.ok) return databases
    const rows = copiedRows(databases.value)
    return accepted({
      ...rows,
      place,
      records: { kind: 'none' },
      begin: async (from) => {
        const filled = await firstFilled(rows)
        if (!filled.ok) return filled
        if (filled.value !== null) return moveRefusal('move-target-filled', place, filled.value.name, filled.value.rows)
        return guardedPostgres(place, async () => {
          await markSchemaMoving(pool, from)
          return null
        })
      },
      finish: async () =>
        guardedPostgres(place, async () => {
          await markSchemaMoved(pool)
          return null
        }),
      close,
    })
  })
}

/** A few: the rows go one batch after another. */
const CONNECTIONS = 2

async function alone<Office>(
  { url, schema }: ServerPlace,
  open: (postgres: Postgres, close: () => Promise<void>) => Promise<Outcome<Office>>,
): Promise<Outcome<Office>> {
  const opened = await openPostgres({ url, schema, connections: CONNECTIONS, knowsAll: true })
  if (!opened.ok) return opened
  const postgres = opened.value
  const gate = await aloneInOffice(postgres)
  const close = async () => {
    if (gate.ok) await gate.value?.close()
    await postgres.close()
  }
  if (gate.ok && gate.value === null) {
    await close()
    return moveRefusal('move-in-use', postgres.place)
  }
  const office = gate.ok ? await open(postgres, close) : gate
  if (!office.ok) await close()
  return office
}

async function storesOf(postgres: Postgres): Promise<Stored<(store: string) => SqlDatabase>> {
  const databases = new Map<string, SqlDatabase>()
  for (const { name, migrations } of OFFICE_STORES) {
    const opened = await postgres.store(name, migrations)
    if (!opened.ok) return opened
    databases.set(name, opened.value)
  }
  return accepted((store) => {
    const found = databases.get(store)
    if (found === undefined) throw new Error(`no store ${store}`)
    return found
  })
}

/** Those that are there; one that need not be, and is not, is one without rows. Nothing is made. */
async function sourceStores(postgres: Postgres): Promise<
  Stored<{
    readonly databaseOf: (store: string) => SqlDatabase
    readonly close: () => Promise<void>
  }>
> {
  const versions = await guardedPostgres(postgres.place, () => storeVersions(postgres))
  if (!versions.ok) return versions
  const there = postgresSql(postgres.pool, postgres.place)
  const empty = new Map<string, SqlDatabase>()
  for (const { name, migrations } of OFFICE_STORES) {
    if (versions.value?.has(name) === true) continue
    const made = openSqliteSql(':memory:', migrations)
    if (!made.ok) return made
    empty.set(name, made.value)
  }
  return accepted({
    databaseOf: (store) => empty.get(store) ?? there,
    close: async () => {
      for (const database of empty.values()) await database.close()
    },
  })
}

/**
 * Asked before the stores are opened, which would bring them to the last version. One that need not be there may be missing.
 * Refused where they are beyond it.
 */
export async function hasLastVersions(
  postgres: Postgres,
  stores: readonly OfficeStore[] = OFFICE_STORES,
): Promise<Stored<boolean>> {
  const { place } = postgres
  const versions = await guardedPostgres(place, () => storeVersions(postgres))
  if (!versions.ok) return versions
  const each = stores.map(({ name, migrations, isOptional }) => ({
    is: versions.value?.get(name) ?? (versions.value !== null && isOptional === true ? migrations.length : 0),
    last: migrations.length,
  }))
  const newer = each.find(({ is, last }) => is > last)
  if (newer) return databaseFault('store-newer', place, newer.is, newer.last)
  return accepted(each.every(({ is, last }) => is === last))
}

/** Which stores a schema has, and in which version; null where it has none. */
export async function storeVersions({ pool }: Pick<Postgres, 'pool'>): Promise<ReadonlyMap<string, number> | null> {
  const { rows: made } = await pool.query<{ name: string | null }>(
    `SELECT to_regclass('schema_versions')::text AS name`,
  )
  if (made[0]?.name == null) return null
  const { rows } = await pool.query<{ store: string; version: number }>('SELECT store, version FROM schema_versions')
  return new Map(rows.map(({ store, version }) => [store, version]))
}
