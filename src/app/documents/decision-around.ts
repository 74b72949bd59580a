import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { formatPoints, type Points } from '../../core/kernel/points.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { priceInWords } from '../../core/rubric/price-in-words.ts'
import { unitText } from '../../core/scoring/explain-price.ts'

/** What stood decided at some place of the ledger. `points` is for one occurrence; null where the notice fixes the price. */
export interface DecisionThen {
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly points: Points | null
  readonly reasons: readonly string[]
  readonly decidedAt: Timestamp
  /** Whether it had been changed since it was first substantiated. */
  readonly isVaried: boolean
}

/** Just before the event `seq`; null where nothing was decided yet. */
export function decisionBefore(history: readonly LedgerEvent[], seq: number): DecisionThen | null {
  return history.filter((event) => event.seq < seq).reduce<DecisionThen | null>(decisionAfter, null)
}

export function decisionAfter(before: DecisionThen | null, event: LedgerEvent): DecisionThen | null {
  if (event.type === 'FindingSubstantiated') {
    const { occurrences, occurredOn, reason, recordedAt } = event
    return { occurrences, occurredOn, points: null, reasons: [reason], decidedAt: recordedAt, isVaried: false }
  }
  if (before === null) return null
  if (event.type === 'AmountDecided')
    return { ...before, points: event.points, reasons: [...before.reasons, event.reason] }
  if (event.type !== 'DecisionCorrected' && event.type !== 'FindingVaried') return before
  const { occurrences, points, reason, recordedAt } = event
  return { ...before, occurrences, points, reasons: [reason], decidedAt: recordedAt, isVaried: true }
}

/** 2次，每次扣1.5分; with the notice's own price where nobody decides it. */
export function decidedAmount(clause: Clause, { occurrences, points }: DecisionThen): string {
  const unit = unitText(clause)
  const price = points === null ? priceInWords(clause) : `每${unit}扣${formatPoints(points)}分`
  return `${occurrences}${unit}，${price}`
}
