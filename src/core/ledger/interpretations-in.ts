import type { Interpretation } from '../rubric/interpretation.ts'
import { dayOf } from '../kernel/timestamp.ts'
import type { FactOf } from './ledger-command.ts'
import type { LedgerEvent } from './ledger-event.ts'

/** The answers that a ledger holds, in the order given: known from the day on which they were recorded. */
export function interpretationsIn(ledger: Iterable<LedgerEvent>): Interpretation[] {
  const given: Interpretation[] = []
  for (const event of ledger) if (event.type === 'QuestionAnswered') given.push(interpretationOf(event))
  return given
}

export function interpretationOf(
  event: FactOf<'QuestionAnswered'> & Pick<LedgerEvent, 'by' | 'recordedAt'>,
): Interpretation {
  return {
    questionId: event.questionId,
    reading: event.reading,
    points: event.points,
    decidedBy: event.by,
    decidedOn: dayOf(event.recordedAt),
    reason: event.reason,
  }
}
