import type { ClauseId } from '../kernel/identifiers.ts'
import type { Clause } from './clause.ts'
import type { Criterion, Rubric } from './rubric.ts'

/** `null` where the rubric has no such clause. */
export function findClause(rubric: Rubric, clauseId: ClauseId): Clause | null {
  return clausesIn(rubric).get(clauseId) ?? null
}

/** A rubric never changes, another takes its place: tens of thousands of findings ask for a clause of the same one. */
const clausesById = new WeakMap<Rubric, ReadonlyMap<ClauseId, Clause>>()

function clausesIn(rubric: Rubric): ReadonlyMap<ClauseId, Clause> {
  const known = clausesById.get(rubric)
  if (known !== undefined) return known
  // Of two clauses with one id the first is meant.
  const clauses = new Map(
    allClauses(rubric)
      .toReversed()
      .map((clause) => [clause.id, clause]),
  )
  clausesById.set(rubric, clauses)
  return clauses
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
