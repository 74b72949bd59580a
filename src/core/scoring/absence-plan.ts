import type { ClauseId } from '../kernel/identifiers.ts'
import type { ReadingEffect } from '../rubric/question.ts'
import type { ClausePlan } from './clause-plan.ts'
import { asksFor, type AskedQuestion } from './opened.ts'
import { EVERY_READING, type Readings } from './question-plan.ts'

/** 全年无属实投诉，加1分: a bonus that nobody applies for. Which findings break it the notice says, or the answer to a question. */
export interface AbsencePlan {
  readonly clause: ClausePlan
  readonly points: number
  readonly question: number
  /** By option of the open question; one only where it is settled; none where nothing says, so that nothing is computed. */
  readonly breakers: readonly ReadonlySet<number>[]
}

export function planAbsence(
  clause: ClausePlan,
  asked: readonly AskedQuestion[],
  clauseOf: ReadonlyMap<ClauseId, ClausePlan>,
): AbsencePlan {
  const asking = asked.find(
    ({ question }) => question.clauseIds.includes(clause.clauseId) && asksFor(question, 'breaks'),
  )
  // Only a breach breaks it, whatever else an answer names.
  const isBreach = (clauseId: ClauseId) => clauseOf.get(clauseId)?.sign === -1
  const breaking = (effect: ReadingEffect) =>
    new Set(
      effect.kind === 'breaks' ? effect.clauseIds.filter(isBreach).map((one) => clauseOf.get(one)?.index ?? -1) : [],
    )
  const printed = clause.clause.conditions.flatMap((one) => (one.kind === 'absent' ? one.brokenBy : []))
  const certain: ReadingEffect[] = printed.length > 0 ? [{ kind: 'breaks', clauseIds: printed }] : []
  const readings = asking?.question.readings.map(({ effect }) => effect)
  const effects = asking?.answer ? [asking.answer] : (readings ?? certain)
  return {
    clause,
    points: Math.max(clause.fixed, 0),
    question: asking?.place ?? -1,
    breakers: clause.fixed < 0 ? [] : effects.map(breaking),
  }
}

/**
 * The sets of clauses that may break the bonus under these readings: one where the reading is chosen, all of them where
 * it is left to the side that is looked for (`EVERY_READING`), none where it is not known.
 */
export function breakersUnder({ breakers, question }: AbsencePlan, readings: Readings): readonly ReadonlySet<number>[] {
  const option = question < 0 ? 0 : (readings[question] ?? EVERY_READING)
  const chosen = breakers[option]
  return chosen === undefined ? breakers : [chosen]
}
