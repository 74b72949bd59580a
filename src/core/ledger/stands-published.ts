import type { LedgerEvent } from './ledger-event.ts'

/**
 * Whether results stand published after these last events of a ledger, in order; null where they do not tell, and one has to look
 * further back. What may not be recorded while a seal stands shows that none does: so the end of a ledger tells it, whatever its length.
 */
export function standsPublished(last: readonly LedgerEvent[]): boolean | null {
  for (const { type } of last.toReversed()) {
    if (type === 'ResultsPublished') return true
    if (!AFTER_SEAL.has(type)) return false
  }
  return null
}

/** What is recorded under a seal as well, and neither publishes nor reopens. */
const AFTER_SEAL: ReadonlySet<LedgerEvent['type']> = new Set(['SamplingPlanRevealed', 'SamplingVisitMissed'])
