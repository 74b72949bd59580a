import type { AssessmentId, CenterId, CriterionId, SectionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Points } from '../../core/kernel/points.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { SelfAssessment } from '../../core/ledger/assessment-state.ts'
import type { Section } from '../../core/rubric/rubric.ts'
import type { Interval, SectionScore, SignedPoints } from '../../core/scoring/score-sheet.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'

/** A center's own marks beside the office's. Nothing of it moves the score. */
export interface SelfAssessmentView {
  /** Null where the center has not assessed itself yet. */
  readonly submittedAt: Timestamp | null
  readonly statement: string
  readonly sections: readonly ComparedSection[]
}

/** `own` sums the marks of the section's criteria, `difference` is `own` less `office`; both null where it has no marks. */
export interface ComparedSection {
  readonly sectionId: SectionId
  readonly label: string
  readonly title: string
  readonly maxPoints: Points | null
  readonly own: SignedPoints | null
  readonly office: SignedPoints
  readonly between: Interval
  readonly difference: SignedPoints | null
  readonly criteria: readonly ComparedCriterion[]
}

/** `limit`: the most that the center may give itself. `effect`: what the office's lines under it come to, before caps and floors. */
export interface ComparedCriterion {
  readonly criterionId: CriterionId
  readonly label: string
  readonly text: string
  readonly limit: Points | null
  readonly own: Points | null
  readonly statement: string
  readonly effect: SignedPoints
}

export async function readSelfAssessment(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
): Promise<Acting<SelfAssessmentView>> {
  const looked = await lookIn(office, actor, 'sheet.read', assessmentId, centerId)
  if (!looked.ok) return looked
  const { adopted, scores, state } = looked.value
  const sheet = state.centers.has(centerId) ? scores.sheet(centerId) : null
  if (sheet === null) return refusedActing('center-unlisted', centerId)
  const told = state.selfAssessments.get(centerId) ?? null
  return accepted({
    submittedAt: told?.submittedAt ?? null,
    statement: told?.statement ?? '',
    sections: adopted.rubric.sections.flatMap((section) => {
      const score = sheet.sections.find(({ sectionId }) => sectionId === section.id)
      return score === undefined ? [] : [comparedSection(section, score, told)]
    }),
  })
}

function comparedSection(
  { id: sectionId, label, title, maxPoints, criteria }: Section,
  score: SectionScore,
  told: SelfAssessment | null,
): ComparedSection {
  const entries = new Map(told?.entries.map((entry) => [entry.criterionId, entry]))
  const compared = criteria.map(({ id: criterionId, maxPoints: most, ...criterion }) => ({
    criterionId,
    label: criterion.label,
    text: criterion.text,
    limit: most ?? maxPoints,
    own: entries.get(criterionId)?.points ?? null,
    statement: entries.get(criterionId)?.statement ?? '',
    effect: score.lines.reduce((sum, line) => (line.criterionId === criterionId ? sum + line.effect : sum), 0),
  }))
  const marks = compared.flatMap(({ own }) => own ?? [])
  const own = marks.length === 0 ? null : marks.reduce<number>((sum, mark) => sum + mark, 0)
  return {
    sectionId,
    label,
    title,
    maxPoints,
    own,
    office: score.score,
    between: score.interval,
    difference: own === null ? null : own - score.score,
    criteria: compared,
  }
}
