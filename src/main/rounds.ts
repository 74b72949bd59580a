import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { RoundWatch } from '../app/districts/in-districts.ts'
import type { TenantId } from '../core/kernel/identifiers.ts'
import type { Outcome } from '../core/kernel/outcome.ts'

/** Something to be done now and then, again and again, as long as the server runs. */
export interface Round {
  readonly name: string
  readonly everySeconds: number
  /** What takes long looks whether it is to end between its steps. */
  readonly run: (watch: RoundWatch) => Promise<Outcome<unknown>>
}

/** `tell` hears of a round that was refused or threw, and of a district that failed in it; the next one comes all the same. */
export function startRounds(
  rounds: readonly Round[],
  tell: (name: string, trouble: unknown, district?: TenantId) => void,
): () => Promise<void> {
  const ending = new AbortController()
  // One a round; beyond ten Node warns of a leak, which would stand in every server's log.
  setMaxListeners(rounds.length, ending.signal)
  const loops = rounds.map(async (round) => {
    const watch: RoundWatch = {
      isEnding: () => ending.signal.aborted,
      tellFailed: (district, trouble) => tell(round.name, trouble, district),
    }
    while (!ending.signal.aborted) {
      await runOnce(round, watch, tell)
      await pause(round.everySeconds * 1000, ending.signal)
    }
  })
  return async () => {
    ending.abort()
    await Promise.all(loops)
  }
}

async function runOnce(
  { name, run }: Round,
  watch: RoundWatch,
  tell: (name: string, trouble: unknown) => void,
): Promise<void> {
  try {
    const done = await run(watch)
    if (!done.ok) tell(name, done.refusal.code)
  } catch (error) {
    tell(name, error)
  }
}

/** Ends early when `signal` is aborted: that is all that it can be refused for. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined)
}
