import { Client } from 'pg'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Postgres } from './open-postgres.ts'
import { guardedPostgres } from './postgres-fault.ts'

/** True as long as nobody else can have what is locked: the connection that holds it is there. */
export type IsHeld = () => boolean

/**
 * Does `work` while no other node does any under the same name; `store-busy` where one does. The lock is that of a connection
 * of its own, so that the server takes it back from a node that dies.
 */
export async function withSessionLock<Value>(
  { connection, place }: Pick<Postgres, 'connection' | 'place'>,
  name: string,
  work: (isHeld: IsHeld) => Promise<Value>,
): Promise<Stored<Value>> {
  const client = new Client(connection)
  let isHeld = true
  client.on('error', () => (isHeld = false))
  client.on('end', () => (isHeld = false))
  try {
    const taken = await guardedPostgres(place, async () => {
      await client.connect()
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext(current_schema() || $2)) AS taken',
        [LOCKING, ` ${name}`],
      )
      return rows.some((row) => row.taken)
    })
    if (!taken.ok) return taken
    return taken.value ? accepted(await work(() => isHeld)) : databaseFault('store-busy', place)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Of all advisory locks of the database, those of work that one node does at a time. */
const LOCKING = 20_210_002
