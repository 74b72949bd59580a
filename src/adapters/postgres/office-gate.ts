import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { movingIntoSchema } from './moving-mark.ts'
import type { Postgres } from './open-postgres.ts'
import { guardedPostgres } from './postgres-fault.ts'

/** Of all advisory locks of the database, the first number of those that say who is in an office. */
const IN_OFFICE = 20_210_001

/** Held by its connection: the server gives it back however the process ends. */
export interface HeldGate {
  readonly close: () => Promise<void>
}

/** Alone in an office, or null where a node is in it: for moving it as a whole. */
export function aloneInOffice(postgres: Postgres): Promise<Stored<HeldGate | null>> {
  return held(postgres, ALONE, () => undefined)
}

/**
 * In an office beside other nodes, as long as it is open: nobody moves it meanwhile. Refused where it is being moved, or where
 * a move into it broke off. Where the connection is lost, another one takes its place as soon as there is one.
 */
export async function enterOffice(postgres: Postgres): Promise<Stored<HeldGate>> {
  const { place, pool } = postgres
  const ending = new AbortController()
  let gate: HeldGate | null = null
  const enter = async (): Promise<Stored<HeldGate | null>> => {
    const taken = await held(postgres, AMONG, () => void again())
    if (taken.ok) gate = taken.value
    return taken
  }
  const again = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const taken = await enter()
      if (taken.ok && taken.value !== null) break
      await setTimeout(AGAIN_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
    if (ending.signal.aborted) await gate?.close()
  }
  const close = async () => {
    ending.abort()
    await gate?.close()
  }
  const entered = await enter()
  if (!entered.ok) return entered
  const from = await guardedPostgres(place, () => movingIntoSchema(pool))
  if (!from.ok || from.value !== null || entered.value === null) {
    await close()
    return from.ok ? databaseFault('store-moving', place, from.value ?? '正在搬出') : from
  }
  return accepted({ close })
}

const AGAIN_MS = 1_000
const ALONE = 'SELECT pg_try_advisory_lock($1, hashtext(current_schema())) AS taken'
const AMONG = 'SELECT pg_try_advisory_lock_shared($1, hashtext(current_schema())) AS taken'

async function held({ connection, place }: Postgres, lock: string, lost: () => void): Promise<Stored<HeldGate | null>> {
  const client = new Client(connection)
  let isOver = false
  const close = async () => {
    isOver = true
    await client.end().catch(() => undefined)
  }
  client.on('error', () => {
    if (isOver) return
    isOver = true
    lost()
  })
  const taken = await guardedPostgres(place, async () => {
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>(lock, [IN_OFFICE])
    return rows[0]?.taken ? { close } : null
  })
  if (!taken.ok || taken.value === null) await close()
  return taken
}
