import type { ClauseId } from '../kernel/identifiers.ts'
import type { Clause } from './clause.ts'
import type { Criterion, Rubric } from './rubric.ts'

/** `null` where the rubric has no such clause. */
export function findClause(rubric: Rubric, clauseId: ClauseId): Clause | null {
  for (const { clauses } of allCriteria(rubric)) {
    const clause = clauses.find(({ id }) => id === clauseId)
    if (clause) return clause
  }
  return null
}

/** The criterion that holds the clause; `null` where none does. */
export function criterionOf(rubric: Rubric, clause: Clause): Criterion | null {
  return allCriteria(rubric).find(({ clauses }) => clauses.some(({ id }) => id === clause.id)) ?? null
}

/** In the order of the notice. */
export function allClauses(rubric: Rubric): readonly Clause[] {
  return allCriteria(rubric).flatMap(({ clauses }) => clauses)
}

function allCriteria(rubric: Rubric): readonly Criterion[] {
  return rubric.sections.flatMap(({ criteria }) => criteria)
}
