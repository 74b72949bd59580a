import type { AssessedYear } from '../../core/analysis/assessed-year.ts'

/** The live year goes on changing while the work is done in pieces. */
export function asItStands({ rubric, answers, state }: AssessedYear): AssessedYear {
  const { findings, bonuses, centers } = state
  return {
    rubric,
    answers: new Map(answers),
    state: { ...state, findings: new Map(findings), bonuses: new Map(bonuses), centers: new Map(centers) },
  }
}
