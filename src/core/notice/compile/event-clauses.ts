import type { ClauseId } from '../../kernel/identifiers.ts'
import { eventKindsOf, type EventKind } from '../questions/overlap-questions.ts'
import type { CriterionReading } from './compile-criterion.ts'

export interface EventClause {
  readonly clauseId: ClauseId
  readonly reading: CriterionReading
}

/** The clauses of the whole document that price one kind of event. */
export function eventClauses(readings: readonly CriterionReading[], kind: EventKind): EventClause[] {
  return readings.flatMap((reading) =>
    reading.reading.drafts.flatMap((draft, at) => {
      const clause = reading.criterion.clauses[at]
      return clause && eventKindsOf(draft).has(kind) ? [{ clauseId: clause.id, reading }] : []
    }),
  )
}
