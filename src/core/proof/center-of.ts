import type { BonusId, CenterId, FindingId } from '../kernel/identifiers.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'

/** Which center each finding and bonus met so far is about. */
export interface CenterBook {
  readonly findings: Map<FindingId, CenterId>
  readonly bonuses: Map<BonusId, CenterId>
}

export function centerBook(): CenterBook {
  return { findings: new Map(), bonuses: new Map() }
}

/** The center that an event is about; null for what is about the whole. Notes in `book` what the event opens. */
export function centerOf(event: LedgerEvent, { findings, bonuses }: CenterBook): CenterId | null {
  if ('centerId' in event) {
    if ('findingId' in event && !findings.has(event.findingId)) findings.set(event.findingId, event.centerId)
    if ('bonusId' in event && !bonuses.has(event.bonusId)) bonuses.set(event.bonusId, event.centerId)
    return event.centerId
  }
  if ('findingId' in event) return findings.get(event.findingId) ?? null
  if ('bonusId' in event) return bonuses.get(event.bonusId) ?? null
  return null
}
