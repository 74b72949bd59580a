/**
 * One schema of a PostgreSQL server (15 or later, or one that speaks as it does): plain SQL, no extensions. What was
 * acknowledged is on its disk: a server that does not wait for its disk is refused.
 */
import { Pool, TypeOverrides, type PoolConfig } from 'pg'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { corruption } from '../sql/corruption.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import type { Migrations } from '../sql/migrations.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { guardedPostgres } from './postgres-fault.ts'
import { postgresSql } from './postgres-sql.ts'

export interface PostgresOptions {
  /** `postgresql://user:password@host:5432/name` */
  readonly url: string
  /** Made where it is missing; in lower-case letters, digits and `_`. */
  readonly schema: string
  /** At most so many connections at once. */
  readonly connections: number
  /** A server that says nothing for so long is taken for unreachable. */
  readonly answerMs?: number
  /** Whoever moves or checks everything must know everything: it is refused by tables of a newer version, with which nodes still work. */
  readonly knowsAll?: boolean
}

export interface Postgres {
  /** Host, port, name and schema, as a person knows them: no password. */
  readonly place: string
  readonly schema: string
  readonly pool: Pool
  /** For a connection of one's own, which is not given back: to listen, or to hold a lock. */
  readonly connection: PoolConfig
  /** The tables of one store, written once for both engines, brought to their last version by whichever node comes first. */
  readonly store: (name: string, migrations: Migrations) => Promise<Stored<SqlDatabase>>
  readonly close: () => Promise<void>
}

const CONNECT_MS = 5_000

/** Longer than any statement takes that a person waits for. */
const ANSWER_MS = 60_000

/** A listener asks for nothing: only this shows it that nobody is there any more. */
const KEEP_ALIVE_MS = 10_000

/** Whoever waits so long for a row that another transaction holds is told that the database is busy. */
const LOCK_MS = 10_000

/** Whatever the server's own are. A blank within one is escaped. */
const SETTINGS = [
  `lock_timeout=${LOCK_MS}`,
  'synchronous_commit=on',
  'TimeZone=UTC',
  String.raw`default_transaction_isolation=read\ committed`,
]

const INT8 = 20

export async function openPostgres({
  url,
  schema,
  connections,
  answerMs = ANSWER_MS,
  knowsAll = false,
}: PostgresOptions): Promise<Stored<Postgres>> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema)) throw new TypeError(`not a name for a schema: ${schema}`)
  const place = placeOf(url, schema)
  const connection: PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    application_name: 'mingheng',
    options: [...SETTINGS, `search_path=${schema}`].map((setting) => `-c ${setting}`).join(' '),
    types: wholeNumbers(),
  }
  const pool = new Pool({ ...connection, max: connections })
  // A connection that dies while nobody uses it is replaced when the next one is asked for.
  pool.on('error', () => undefined)
  // One that dies while somebody uses it says so to whoever waits; without a listener, saying so again would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const ready = await guardedPostgres(place, async () => {
    const { rows } = await pool.query<{ fsync: string; full: string }>(
      `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full`,
    )
    if (rows.some(({ fsync, full }) => fsync !== 'on' || full !== 'on')) return false
    await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`).catch(ignoreRace)
    return true
  })
  if (!ready.ok || !ready.value) {
    await pool.end()
    return ready.ok
      ? databaseFault('store-unreachable', place, 'fsync 或 full_page_writes 已关闭，断电会丢失已确认的内容')
      : ready
  }
  return accepted({
    place,
    schema,
    pool,
    connection,
    store: async (name, migrations) => {
      const migrated = await migratePostgres(pool, place, name, migrations, { knowsAll })
      return migrated.ok ? accepted(postgresSql(pool, place)) : migrated
    },
    close: async () => pool.end(),
  })
}

function placeOf(url: string, schema: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port === '' ? '5432' : port}${pathname}（${schema}）`
}

/** Two nodes that start at once both find it missing. */
function ignoreRace(error: unknown): void {
  if (error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '42P06')) return
  throw error
}

function wholeNumbers(): TypeOverrides {
  const parsers = new TypeOverrides()
  parsers.setTypeParser(INT8, wholeNumber)
  return parsers
}

/** The driver gives integers of eight bytes as texts. */
function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw corruption(`${text} is beyond the integers that are written`)
  return number
}
