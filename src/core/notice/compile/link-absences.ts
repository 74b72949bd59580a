import type { ClauseId } from '../../kernel/identifiers.ts'
import type { Absent } from '../../rubric/condition.ts'
import type { Section } from '../../rubric/rubric.ts'
import type { CriterionReading } from './compile-criterion.ts'

/**
 * 全年无属实投诉: the clauses that price the very thing break the bonus. With one of them the notice leaves no doubt;
 * with several a question asks which (`document-questions.ts`).
 */
export function linkAbsences(sections: readonly Section[], readings: readonly CriterionReading[]): Section[] {
  return sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) => ({
      ...criterion,
      clauses: criterion.clauses.map((clause) => {
        const absent = clause.conditions.find((condition) => condition.kind === 'absent')
        const breaking = absent ? breakersOf(absent, clause.id, readings) : []
        if (!absent || breaking.length !== 1) return clause
        const linked: Absent = { ...absent, brokenBy: breaking }
        return { ...clause, conditions: clause.conditions.map((one) => (one === absent ? linked : one)) }
      }),
    })),
  }))
}

/** Deductions for each case of the thing that must be absent: named in their wording or in their section's heading. */
export function breakersOf(absent: Absent, own: ClauseId, readings: readonly CriterionReading[]): ClauseId[] {
  const noun = absent.what.replace(/^(?:有效|属实|有责|责任|重大|一般|各类|任何|被)+/, '')
  if (noun.length < 2) return []
  return readings.flatMap((reading) => {
    const isNamed = reading.heading.includes(noun)
    return reading.criterion.clauses.flatMap((clause, at) => {
      const draft = reading.reading.drafts[at]
      const isEvent = clause.direction === 'deduct' && clause.per.length > 0 && clause.id !== own
      return isEvent && draft && (isNamed || draft.marks.wording.includes(noun)) ? [clause.id] : []
    })
  })
}
