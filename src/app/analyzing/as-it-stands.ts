import type { AssessedYear } from '../../core/analysis/assessed-year.ts'

/** A copy of its own: the live year goes on changing while the work is done in pieces. */
export function asItStands(year: AssessedYear): AssessedYear {
  const { answers, state } = year
  const { findings, bonuses, centers, inspections } = state
  return {
    ...year,
    answers: new Map(answers),
    state: {
      ...state,
      findings: new Map(findings),
      bonuses: new Map(bonuses),
      centers: new Map(centers),
      inspections: new Map(inspections),
    },
  }
}
