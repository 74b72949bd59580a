import type { Points } from '../kernel/points.ts'
import type { Question } from './question.ts'
import type { Rubric } from './rubric.ts'

/** The most that an amount named for the question can be: what its items can give. Null where one has no limit. */
export function questionLimit(rubric: Rubric, { clauseIds }: Question): Points | null {
  let most: Points | null = null
  for (const section of rubric.sections)
    for (const { clauses, maxPoints } of section.criteria) {
      if (!clauses.some(({ id }) => clauseIds.includes(id))) continue
      const limit = maxPoints ?? section.maxPoints
      if (limit === null) return null
      if (most === null || limit > most) most = limit
    }
  return most
}
