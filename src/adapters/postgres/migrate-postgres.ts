import type { Pool, QueryConfig } from 'pg'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import type { Migrations } from '../sqlite/open-database.ts'
import { asPostgres } from './as-postgres.ts'
import { guardedPostgres } from './postgres-fault.ts'
import { withTransaction } from './postgres-sql.ts'

/**
 * Takes a store's tables to their last version. One node migrates, the others wait for it: the lock ends with the transaction,
 * however that ends. A node of the version before goes on with what is made: columns and tables are added, not taken away.
 */
export async function migratePostgres(
  pool: Pool,
  place: string,
  store: string,
  migrations: Migrations,
): Promise<Stored<null>> {
  const migrated = await guardedPostgres(place, () =>
    withTransaction(pool, 'READ COMMITTED', async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))', [MIGRATING])
      await client.query(VERSIONS)
      const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_versions WHERE store = $1', [
        store,
      ])
      const version = rows[0]?.version ?? 0
      if (version > migrations.length) return version
      for (const text of asPostgres(migrations).slice(version)) await client.query(patient(text))
      if (version < migrations.length)
        await client.query(
          `INSERT INTO schema_versions (store, version) VALUES ($1, $2)
           ON CONFLICT (store) DO UPDATE SET version = excluded.version`,
          [store, migrations.length],
        )
      return migrations.length
    }),
  )
  if (!migrated.ok) return migrated
  return migrated.value > migrations.length
    ? databaseFault('store-newer', place, migrated.value, migrations.length)
    : { ok: true, value: null }
}

/** The driver knows the setting, its types do not. */
function patient(text: string): QueryConfig {
  const config: QueryConfig & { readonly query_timeout: number } = { text, query_timeout: MIGRATING_MS }
  return config
}

/** A table of years that gets another index. */
const MIGRATING_MS = 3_600_000

/** Of all advisory locks of the database, the first number of ours. */
const MIGRATING = 20_210_000

const VERSIONS = `CREATE TABLE IF NOT EXISTS schema_versions (
  store   text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL
)`
