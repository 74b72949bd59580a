import { checkBreachClause } from '../../core/ledger/check-clause.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/** The clauses that a finding can stand under, in the order of the notice. */
export function breachClauses(rubric: Rubric): readonly Clause[] {
  return allClauses(rubric).filter(({ id }) => checkBreachClause(rubric, id) === null)
}
