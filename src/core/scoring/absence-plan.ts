import type { ClauseId } from '../kernel/identifiers.ts'
import type { ReadingEffect } from '../rubric/question.ts'
import type { ClausePlan } from './clause-plan.ts'
import { asksFor, type AskedQuestion } from './opened.ts'
import type { Readings } from './question-plan.ts'

/** 全年无属实投诉，加1分: a bonus that nobody applies for. Which findings break it is known only from an answer. */
export interface AbsencePlan {
  readonly clause: ClausePlan
  readonly points: number
  readonly question: number
  /** By option of the open question; one only where it is answered; none where nobody asked, so that nothing is computed. */
  readonly breakers: readonly ReadonlySet<number>[]
}

export function planAbsence(
  clause: ClausePlan,
  asked: readonly AskedQuestion[],
  indexOf: (clauseId: ClauseId) => number,
): AbsencePlan {
  const asking = asked.find(
    ({ question }) => question.clauseIds.includes(clause.clauseId) && asksFor(question, 'breaks'),
  )
  const breaking = (effect: ReadingEffect) =>
    new Set(effect.kind === 'breaks' ? effect.clauseIds.map((clauseId) => indexOf(clauseId)) : [])
  const effects = asking?.answer ? [asking.answer] : (asking?.question.readings.map(({ effect }) => effect) ?? [])
  return {
    clause,
    points: Math.max(clause.fixed, 0),
    question: asking?.place ?? -1,
    breakers: clause.fixed < 0 ? [] : effects.map(breaking),
  }
}

/** Which clauses' findings break the bonus under these readings; null where that is not known. */
export function breakersUnder(absence: AbsencePlan, readings: Readings): ReadonlySet<number> | null {
  return absence.breakers[absence.question < 0 ? 0 : (readings[absence.question] ?? 0)] ?? null
}
