import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { checkedValues, placesIn, type SqlRow, type SqlValue } from '../sql/row.ts'
import type { Sql, SqlDatabase, SqlStatement, SqlWork } from '../sql/sql-database.ts'
import { doubledKey, guardedPostgres, isInTheWay, isPostgresConstraintError } from './postgres-fault.ts'

/** Two that write the same meet again and again on a busy day; more often than this and something is wrong. */
const TRIES = 12

const LONGEST_PAUSE_MS = 100

/** A PostgreSQL as a database of whichever engine. Its connections are the pool's, which whoever opened it ends. */
export function postgresSql(pool: Pool, place: string): SqlDatabase {
  const ask = <Value>(work: SqlWork<Value>): Promise<Value> => work(sqlOn(pool))
  return {
    place,
    ask: (work, about) => guardedPostgres(place, () => ask(work), about),
    change: (work, about) =>
      guardedPostgres(place, () => withTransaction(pool, 'SERIALIZABLE', (client) => work(sqlOn(client))), about),
    isConstraintError: isPostgresConstraintError,
    close: async () => undefined,
  }
}

/** `work` in a transaction of its own, done again where another one was in the way. Throws what PostgreSQL throws. */
export async function withTransaction<Value>(
  pool: Pool,
  isolation: 'SERIALIZABLE' | 'READ COMMITTED' | 'REPEATABLE READ, READ ONLY',
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  let doubled = ''
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(pool, isolation, work)
    } catch (error) {
      // Who takes the next number is told of a number that is taken, where the other was quicker: the same one twice is no race.
      const key = doubledKey(error)
      const isRace = isInTheWay(error) || (key !== null && key !== doubled)
      if (tried === TRIES || !isRace) throw error
      doubled = key ?? ''
      await pause(tried)
    }
  }
}

/** Those in each other's way would meet again at once: each waits a while of its own, longer each time. */
async function pause(tried: number): Promise<void> {
  await setTimeout(Math.random() * Math.min(2 ** tried, LONGEST_PAUSE_MS))
}

async function once<Value>(
  pool: Pool,
  isolation: string,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`)
    const value = await work(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      // A connection that cannot even roll back is not given to anybody else.
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

interface Asked {
  readonly query: (config: { readonly text: string; readonly values: unknown[] }) => Promise<{
    readonly rows: readonly SqlRow[]
    readonly rowCount: number | null
  }>
}

function sqlOn(client: Pool | PoolClient): Sql {
  const asked = client as Asked
  const answer = async (statement: SqlStatement<unknown>, values: readonly SqlValue[]) => {
    const { text, places } = numbered(statement.text)
    return asked.query({ text, values: [...checkedValues(statement.text, places, values)] })
  }
  return {
    run: async (statement, ...values) => (await answer(statement, values)).rowCount ?? 0,
    get: async (statement, ...values) => {
      const [row] = (await answer(statement, values)).rows
      return row === undefined ? null : statement.read(row)
    },
    all: async (statement, ...values) => (await answer(statement, values)).rows.map((row) => statement.read(row)),
  }
}

interface Numbered {
  readonly text: string
  readonly places: number
}

const NUMBERED = new Map<string, Numbered>()

/** `?` as `$1`, `$2`, … as PostgreSQL wants them; those within quotes stay. Known by the text: statements are few. */
function numbered(text: string): Numbered {
  const known = NUMBERED.get(text)
  if (known !== undefined) return known
  let place = 0
  const made = {
    text: text.replaceAll(/'[^']*'|\?/g, (found) => (found === '?' ? `$${(place += 1)}` : found)),
    places: placesIn(text),
  }
  NUMBERED.set(text, made)
  return made
}
