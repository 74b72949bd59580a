import type { ClauseId } from '../../kernel/identifiers.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Question, QuestionCode } from '../../rubric/question.ts'
import type { Relation } from '../../rubric/relation.ts'
import type { CriterionReading } from './compile-criterion.ts'
import { criterionQuestion } from './criterion-question.ts'
import { documentOverlaps } from './document-overlaps.ts'

/**
 * The questions of every criterion with their readings. One question a code and criterion, so an id is stable:
 * `10.3/replaces-or-adds`; a reference that the document itself resolves (按照“好差评”标准) is not asked.
 */
export function questionsOf(readings: readonly CriterionReading[], relations: readonly Relation[]): Question[] {
  const resolved = new Set(relations.flatMap((relation) => (relation.kind === 'charged-as' ? [relation.clauseId] : [])))
  const inCriteria = readings.flatMap((reading) => {
    const byCode = new Map<QuestionCode, ClauseId[]>()
    for (const { code, drafts } of reading.questions) {
      const clauseIds = drafts.flatMap((at) => reading.criterion.clauses[at]?.id ?? [])
      if (code === 'no-cap-for-bonus' && reading.criterion.clauses.every(isCapped)) continue
      if (code === 'unresolved-reference' && clauseIds.some((clauseId) => resolved.has(clauseId))) continue
      byCode.set(code, [...new Set([...(byCode.get(code) ?? []), ...clauseIds])])
    }
    return [...byCode].map(([code, clauseIds]) => criterionQuestion(reading, code, clauseIds))
  })
  const asked = new Set(inCriteria.map((question) => question.id))
  return [...inCriteria, ...documentOverlaps(readings, relations).filter((question) => !asked.has(question.id))]
}

/** A ceiling may be said of all bonuses, outside of the criterion. */
function isCapped({ direction, cap }: Clause): boolean {
  return direction !== 'bonus' || cap !== null
}
