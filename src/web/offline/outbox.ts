import type { PersonId } from '../../core/kernel/identifiers.ts'
import { call, newId, type Answered } from '../client/call.ts'
import { noteServerTime, serverNow } from '../client/server-clock.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { gatherVisits, waitingVisits } from './gather-visits.ts'
import type { PhoneStore } from './phone-store.ts'
import { sendAll, type Sending } from './send-all.ts'
import type { Ask } from './upload-file.ts'
import { shanghaiDay } from './shanghai-time.ts'
import { waitBefore } from './wait-before.ts'

/** Sends what is ready whenever there is a chance to, as long as the page is open. */
export interface Outbox {
  /** Something became ready, or the person asks: at once, and from the first wait again. */
  readonly wake: () => void
  readonly stop: () => void
  readonly state: () => OutboxState
  readonly listen: (heard: () => void) => () => void
}

export interface OutboxState {
  readonly isSending: boolean
  /** How the last round ended; null before the first, and where another tab is sending. */
  readonly last: Sending['end'] | null
}

/** A network that comes and goes many times a second is no reason to ask as often. */
const GAP_MS = 500

/** Another tab is sending: it is left alone for as long as after so many failures. */
const OTHERS_TURN = 4

/** A piece on a poor line takes its time; longer is a line that is dead and has not said so. */
const PATIENCE_MS = 90_000

/** The network's return and the page's are chances; while something waits there is another every half minute at the latest. */
export function startOutbox(store: PhoneStore, personId: PersonId): Outbox {
  const holder = newId()
  const listeners = new Set<() => void>()
  let state: OutboxState = { isSending: false, last: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let endedAt = -GAP_MS
  let isWanted = false
  let isStopped = false
  const become = (next: OutboxState) => {
    state = next
    for (const heard of listeners) heard()
  }
  const runIn = (wait: number) => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void run(), Math.max(wait, endedAt + GAP_MS - performance.now(), 0))
  }
  const run = async () => {
    await gatherVisits(store, personId, shanghaiDay(serverNow()))
    if ((await waiting(store)) === 0 || isStopped) return
    isWanted = false
    become({ ...state, isSending: true })
    const line = { ask: askAsMe(), now: serverNow }
    const ended = await oneAtATime(store, holder, Date.now, async () => sendAll(store, line)).finally(() => {
      endedAt = performance.now()
      become({ ...state, isSending: false })
    })
    if (ended !== null) become({ isSending: false, last: ended.end })
    failures = ended === null ? OTHERS_TURN : ended.hasMoved ? 1 : failures + 1
    if (isWanted) runIn(0)
    else if ((await waiting(store)) > 0) runIn(waitBefore(failures, Math.random()))
  }
  const wake = () => {
    failures = 0
    if (state.isSending) isWanted = true
    else runIn(0)
  }
  const see = () => {
    if (document.visibilityState === 'visible') wake()
  }
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', see)
  wake()
  return {
    wake,
    state: () => state,
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', see)
    },
  }
}

/** Held ones wait for a person, not for the network. */
async function waiting(store: PhoneStore): Promise<number> {
  const records = await store.records
    .where({ pile: 'ready' })
    .filter(({ held }) => held === null)
    .count()
  return records + (await waitingVisits(store, null)).length
}

/** The token against forged requests comes with the answer to who I am: a page that began offline has none. */
function askAsMe(): Ask {
  let csrfToken: string | null = null
  return async (id, asked) => {
    const told = await call(id, asked, { csrfToken, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (told.ok && id === 'readMe') {
      const me = told.value as Answered<'readMe'>
      noteServerTime(me.now)
      csrfToken = me.csrfToken
    }
    return told
  }
}
