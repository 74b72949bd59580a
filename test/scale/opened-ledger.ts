import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../src/adapters/ledger/open-postgres-ledger.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openedPostgres } from './opened-postgres.ts'

/** Ledgers on a schema of the shared server that all tests of a file use one after another. */
export function openedLedger() {
  const { newSchema, open } = openedPostgres()
  const schema = newSchema()
  /** Another node on the same tables. */
  const node = async () => {
    const postgres = await open(schema)
    return { postgres, ...valueOf(await openPostgresLedger(postgres, nodeDigester)) }
  }
  const house = once(node)
  /** Emptied, as only whoever may put the triggers out of force can. */
  const make = async () => {
    const one = await house()
    await damage(one.postgres, TABLES.map((table) => `DELETE FROM ${table}`).join(';'))
    return { ...one, close: () => undefined }
  }
  return { node, make }
}

const TABLES = ['headers', 'heads', 'events', 'keys', 'rubrics', 'messages', 'deliveries']

/** Runs SQL with no trigger in force, as a superuser may: what a disk or a person can do to rows. */
export async function damage({ pool }: Pick<Postgres, 'pool'>, sql: string): Promise<void> {
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`)
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}
