import { useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { addressOf } from './call.ts'
import { eventsIn, waitBefore } from './event-stream.ts'

/** `lost` since when, in milliseconds of the epoch; what is on the page may be older than it says. */
export type LiveState =
  | { readonly kind: 'off' | 'connecting' | 'live' }
  | { readonly kind: 'lost'; readonly since: number }

/**
 * Follows an assessment: whatever about it is on the page is read anew as soon as the server tells that scores changed. `after` is
 * the place in the ledger that the page shows when it begins; null follows nothing. A lost stream is taken up again where it broke off.
 */
export function useLive(assessmentId: AssessmentId, after: number | null): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>({ kind: 'off' })
  const isFollowing = after !== null
  useEffect(() => {
    if (!isFollowing) return setState({ kind: 'off' })
    const leaving = new AbortController()
    const renew = gathered(() => {
      void queries.invalidateQueries({ predicate: (query) => concerns(query, assessmentId) })
    })
    setState({ kind: 'connecting' })
    void follow(assessmentId, after, leaving.signal, {
      opened: () => setState({ kind: 'live' }),
      lost: () => setState((now) => (now.kind === 'lost' ? now : { kind: 'lost', since: Date.now() })),
      changed: renew.ask,
    })
    return () => {
      leaving.abort()
      renew.cancel()
    }
    // Where it began matters once: from then on the stream itself knows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [assessmentId, isFollowing, queries])
  return state
}

/** What is asked about this assessment, and what is told of all. */
function concerns({ queryKey: [operation, asked] }: Query, assessmentId: string): boolean {
  const { params, query } = (asked ?? {}) as { params?: { assessmentId?: string }; query?: { assessmentId?: string } }
  return (
    params?.assessmentId === assessmentId ||
    query?.assessmentId === assessmentId ||
    operation === 'listTodos' ||
    operation === 'listAssessments'
  )
}

/** A batch of acts changes many centers at once: one reading serves them all. */
function gathered(work: () => void): { readonly ask: () => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = null
        work()
      }, 150)
    },
    cancel: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

interface Listener {
  readonly opened: () => void
  readonly lost: () => void
  readonly changed: () => void
}

/** The server's heartbeat comes every quarter of a minute: after this silence the connection is dead, whatever the system believes. */
const SILENCE_MS = 45_000

/** Until `signal` says to leave. `fetch` and not `EventSource`, which gives up after a refusal and cannot begin at a place. */
async function follow(assessmentId: AssessmentId, after: number, signal: AbortSignal, listener: Listener) {
  let last = String(after)
  let attempt = 0
  while (!signal.aborted) {
    const trying = new AbortController()
    const leave = () => trying.abort()
    signal.addEventListener('abort', leave)
    // A stream that is open notices nothing of a network that is gone.
    addEventListener('offline', leave, { signal: trying.signal })
    let silence = setTimeout(leave, SILENCE_MS)
    try {
      const response = await fetch(addressOf('followScores', { params: { assessmentId } }), {
        headers: { accept: 'text/event-stream', 'last-event-id': last },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: trying.signal,
      })
      const reader = response.ok ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined
      if (reader !== undefined) {
        listener.opened()
        let text = ''
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
          attempt = 0
          clearTimeout(silence)
          silence = setTimeout(leave, SILENCE_MS)
          const { events, rest } = eventsIn(text + piece.value)
          text = rest
          for (const { id } of events) if (id !== null) last = id
          if (events.length > 0) listener.changed()
        }
      }
    } catch {
      // A network that is away: tried again like a stream that ended.
    } finally {
      clearTimeout(silence)
      trying.abort()
      signal.removeEventListener('abort', leave)
    }
    if (signal.aborted) return
    listener.lost()
    await waiting(waitBefore(attempt, Math.random()), signal)
    attempt += 1
  }
}

async function waiting(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    // Back on the network: no need to wait any longer.
    addEventListener('online', () => resolve(), { once: true, signal })
  })
}
