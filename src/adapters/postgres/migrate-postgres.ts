import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { worksFrom, type Migrations } from '../sql/migrations.ts'
import { asPostgres } from './as-postgres.ts'
import { guardedPostgres, isLockRefused } from './postgres-fault.ts'
import { withTransaction } from './postgres-sql.ts'

/**
 * Takes a store's tables to their last version. One node migrates, the others wait for it: the lock ends with the transaction,
 * however that ends. A node of the version before goes on with what is made, and is let in again when it was restarted meanwhile:
 * the tables say from which version on programs work with them. Who `knowsAll` is refused by tables that are newer than it.
 *
 * Tables are widened as a whole, and whoever uses them meanwhile waits behind that: also who is in a turn at a ledger, for which
 * the widening waits in its turn. So it lets go of all soon, and tries again once the others have had theirs.
 */
export async function migratePostgres(
  pool: Pool,
  place: string,
  store: string,
  migrations: Migrations,
  { knowsAll }: { readonly knowsAll: boolean },
): Promise<Stored<null>> {
  const migrated = await guardedPostgres(place, () =>
    letting(pool, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))', [MIGRATING])
      await client.query(VERSIONS)
      const found = await client.query<KeptVersion>('SELECT * FROM schema_versions WHERE store = $1', [store])
      const kept = found.rows[0] ?? { version: 0 }
      if (kept.version >= migrations.length) return kept
      await client.query(`SET LOCAL lock_timeout = ${LOCK_MS}`)
      // Asked for where it is missing only: a backup that is being written would be waited for.
      if (!found.fields.some(({ name }) => name === 'works_from')) await client.query(WORKS_FROM)
      for (const text of asPostgres(migrations).slice(kept.version)) await client.query(patient(text))
      await client.query(KEEP, [store, migrations.length, worksFrom(migrations)])
      return { version: migrations.length }
    }),
  )
  if (!migrated.ok) return migrated
  const { version, works_from: from } = migrated.value
  const isOpen = version <= migrations.length || (!knowsAll && from != null && from <= migrations.length)
  return isOpen ? accepted(null) : databaseFault('store-newer', place, version, migrations.length)
}

/** `work` in a transaction of its own, again and again while it is refused a lock; then it throws what PostgreSQL throws. */
async function letting<Value>(pool: Pool, work: (client: PoolClient) => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await withTransaction(pool, 'READ COMMITTED', work)
    } catch (error) {
      if (tried === TRIES || !isLockRefused(error)) throw error
      await setTimeout(LOCK_MS * (1 + Math.random()))
    }
  }
}

/** A tenth of the time after which a turn that does nothing is lost. */
const LOCK_MS = 500

/** A minute, about: a backup that takes longer is waited for by whoever starts the program again. */
const TRIES = 50

/** `works_from` is not there in tables of before it was kept: then nothing is known of how they go with older programs. */
interface KeptVersion {
  readonly version: number
  readonly works_from?: number | null
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
  store      text COLLATE "C" PRIMARY KEY,
  version    bigint NOT NULL,
  works_from bigint
)`

const WORKS_FROM = 'ALTER TABLE schema_versions ADD COLUMN works_from bigint'

const KEEP = `INSERT INTO schema_versions (store, version, works_from) VALUES ($1, $2, $3)
  ON CONFLICT (store) DO UPDATE SET version = excluded.version, works_from = excluded.works_from`
