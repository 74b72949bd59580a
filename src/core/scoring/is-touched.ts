import type { CenterCase } from './center-case.ts'

/** A question about no clause that the center has a line under cannot move it; one about sections may. */
export function isTouched({ plan, plainCounts, claimsByClause }: CenterCase, place: number): boolean {
  const touched = plan.touched[place]
  if (!touched) return false
  const isAbsence = (index: number) => plan.clauses[index]?.isAbsence ?? false
  return (
    touched.sections.length > 0 ||
    plan.pools.some(({ question }) => question === place) ||
    touched.clauses.some((index) => (plainCounts[index] ?? 0) > 0 || isAbsence(index)) ||
    claimsByClause.some(({ clause }) => touched.clauses.includes(clause.index))
  )
}
