import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../src/adapters/ledger/open-postgres-ledger.ts'
import type { Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { LEDGER_MIGRATIONS } from '../../src/adapters/ledger/ledger-migrations.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { widened } from '../fixtures/widened-tables.ts'
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
  /** What a node of a version to come does to the tables as it starts. */
  const widen = async () => valueOf(await (await open(schema)).store('ledger', widened(LEDGER_MIGRATIONS)))
  /** Emptied, as only whoever may put the triggers out of force can. */
  const make = async () => {
    const one = await house()
    await damage(one.postgres, TABLES.map((table) => `DELETE FROM ${table}`).join(';'))
    return { ...one, close: () => undefined }
  }
  return { node, make, widen }
}

const TABLES = ['headers', 'heads', 'events', 'keys', 'rubrics', 'messages', 'deliveries', 'ledger_looks']

/** Runs SQL with no trigger in force, as a superuser may: what a disk or a person can do to rows. */
export async function damage({ pool }: Pick<Postgres, 'pool'>, sql: string): Promise<void> {
  await pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`)
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}
