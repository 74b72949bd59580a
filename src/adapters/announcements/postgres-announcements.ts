import { randomUUID } from 'node:crypto'
import { setTimeout as waitFor } from 'node:timers/promises'
import { Client, escapeLiteral } from 'pg'
import type { Announcements, LedgerPlace } from '../../app/ports/announcements.ts'
import type { Postgres } from '../postgres/open-postgres.ts'
import { channelOf, payloadsOf, placesIn } from './announced-places.ts'

/**
 * By LISTEN and NOTIFY. A commit that notifies waits for every other that does, in the whole database: so an append never
 * notifies itself, and what was appended within a moment is told by one statement afterwards. Listening needs a connection that is
 * not lent to anybody; where it breaks, it is made again, and then anything may have moved.
 */
export async function openPostgresAnnouncements(
  { pool, connection, schema }: Pick<Postgres, 'pool' | 'connection' | 'schema'>,
  { gatherMs, retryMs }: { readonly gatherMs: number; readonly retryMs: number } = USUAL,
): Promise<Announcements & { readonly close: () => Promise<void> }> {
  const [self, channel] = [randomUUID(), channelOf(schema)]
  const listeners = new Set<(moved: readonly LedgerPlace[] | null) => void>()
  const moved = new Map<string, LedgerPlace>()
  const ending = new AbortController()
  const ended = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve(), { once: true }))
  let timer: NodeJS.Timeout | undefined
  const tell = (places: readonly LedgerPlace[] | null) => {
    if (places === null || places.length > 0) for (const listener of listeners) listener(places)
  }
  const flush = async () => {
    timer = undefined
    const payloads = payloadsOf(self, [...moved.values()])
    moved.clear()
    const statements = payloads.map((payload) => `NOTIFY ${channel}, ${escapeLiteral(payload)}`)
    // Whoever cannot reach the database now looks at everything once it is back.
    if (statements.length > 0) await pool.query(statements.join('; ')).catch(() => undefined)
  }

  const listenOnce = async (begun: () => void) => {
    const client = new Client(connection)
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', resolve)
    })
    const over = Promise.race([lost, ended])
    client.on('notification', ({ payload }) => tell(placesIn(payload ?? '', self)))
    try {
      await Promise.race([client.connect(), over])
      await Promise.race([client.query(`LISTEN ${channel}`), over])
      begun()
      await over
    } finally {
      void client.end().catch(() => undefined)
    }
  }
  const keepListening = async (tried: () => void) => {
    for (let failures = 0; !ending.signal.aborted; failures += 1) {
      const begun = () => {
        failures = 0
        tell(null)
        tried()
      }
      await listenOnce(begun).catch(() => undefined)
      tried()
      await pause(Math.min(retryMs * 2 ** failures, MOST_RETRY_MS), ending.signal)
    }
  }

  await new Promise<void>((resolve) => void keepListening(resolve))
  return {
    announce: (place) => {
      moved.set(JSON.stringify([place.tenantId, place.assessmentId]), place)
      timer ??= setTimeout(() => void flush(), gatherMs)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      ending.abort()
      clearTimeout(timer)
      await flush()
    },
  }
}

const USUAL = { gatherMs: 50, retryMs: 100 }
const MOST_RETRY_MS = 5_000

/** Ends early when `signal` is aborted: that is all that it can be refused for. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await waitFor(ms, undefined, { signal }).catch(() => undefined)
}
