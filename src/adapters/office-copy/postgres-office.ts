import type { OfficePlace, OfficeSource, OfficeTarget } from '../../app/ports/office-copy.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { clearSchema, markSchemaMoved, markSchemaMoving, movingIntoSchema } from '../postgres/moving-mark.ts'
import { aloneInOffice } from '../postgres/office-gate.ts'
import { openPostgres, type Postgres } from '../postgres/open-postgres.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { copiedRows } from './copied-rows.ts'
import { firstFilled } from './first-filled.ts'
import { moveRefusal } from './move-refusals.ts'
import { OFFICE_STORES } from './office-tables.ts'

type ServerPlace = Extract<OfficePlace, { readonly kind: 'server' }>

/** An office in a schema of PostgreSQL, held against nodes by a lock that every node shares. */
export async function serverSource(where: ServerPlace): Promise<Outcome<OfficeSource>> {
  return alone(where, async (postgres, close) => {
    const { pool, place } = postgres
    const from = await guardedPostgres(place, () => movingIntoSchema(pool))
    if (!from.ok) return from
    if (from.value !== null) return moveRefusal('move-source-moving', place, from.value)
    const isCurrent = await guardedPostgres(place, () => hasLastVersions(postgres))
    if (!isCurrent.ok) return isCurrent
    if (!isCurrent.value) return moveRefusal('move-source-older', place)
    const databases = await storesOf(postgres)
    if (!databases.ok) return databases
    return accepted({ ...copiedRows(databases.value), place, close })
  })
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
  const opened = await openPostgres({ url, schema, connections: CONNECTIONS })
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

/** Asked before the stores are opened, which would bring them to the last version. */
export async function hasLastVersions({ pool }: Postgres): Promise<boolean> {
  const { rows: made } = await pool.query<{ name: string | null }>(
    `SELECT to_regclass('schema_versions')::text AS name`,
  )
  if (made[0]?.name == null) return false
  const { rows } = await pool.query<{ store: string; version: number }>('SELECT store, version FROM schema_versions')
  const versions = new Map(rows.map(({ store, version }) => [store, version]))
  return OFFICE_STORES.every(({ name, migrations }) => (versions.get(name) ?? 0) >= migrations.length)
}
