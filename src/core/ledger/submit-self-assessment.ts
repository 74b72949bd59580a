import type { Points } from '../kernel/points.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { checkOpen } from './check-assessment.ts'
import { verdict, type Command, type Decide } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 自评 by an enrolled center, each criterion once and within its points. A later one takes the place of an earlier. */
export const submitSelfAssessment: Decide<'SelfAssessmentSubmitted'> = (state, rubric, command) =>
  verdict(
    'SelfAssessmentSubmitted',
    command,
    checkOpen(state, rubric) ??
      (state.centers.has(command.centerId) ? null : refusal('center-unknown', command.centerId)) ??
      checkEntries(rubric, command),
  )

function checkEntries(rubric: Rubric, { entries }: Command<'SelfAssessmentSubmitted'>): LedgerRefusal | null {
  if (entries.length === 0) return refusal('text-missing', '自评内容')
  const limits = limitsOf(rubric)
  const told = new Set<string>()
  for (const { criterionId, points } of entries) {
    const limit = limits.get(criterionId)
    if (limit === undefined) return refusal('criterion-unknown', criterionId)
    if (told.has(criterionId)) return refusal('criterion-twice', criterionId)
    if (limit !== null && points > limit) return refusal('self-assessment-over', criterionId, points, limit)
    told.add(criterionId)
  }
  return null
}

/** The most that a criterion can give: its own points, else its section's, else unknown. */
function limitsOf(rubric: Rubric): ReadonlyMap<string, Points | null> {
  return new Map(
    rubric.sections.flatMap((section) =>
      section.criteria.map(({ id, maxPoints }) => [id, maxPoints ?? section.maxPoints] as const),
    ),
  )
}
