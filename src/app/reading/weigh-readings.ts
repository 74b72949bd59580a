import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question } from '../../core/rubric/question.ts'
import type { Interval, SignedPoints } from '../../core/scoring/score-sheet.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { supposedPlan } from './supposed-plan.ts'

/** A question of the notice, and what each way to read it would give this center, all other answers as they stand. */
export interface WeighedQuestion {
  readonly question: Question
  /** The office's answer; null while the question is open. */
  readonly answer: Interpretation | null
  /** Whether it is about how the total comes together, and not about single clauses. */
  readonly isAboutTotal: boolean
  readonly readings: readonly WeighedReading[]
}

/** `score` and `interval` are null where the reading asks for a number that nobody has named. */
export interface WeighedReading {
  readonly key: string
  readonly label: string
  readonly score: SignedPoints | null
  readonly interval: Interval | null
}

/** Those about the total, and of the others those whose readings differ for this center; in the order of the rubric. */
export async function weighReadings(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
): Promise<Acting<readonly WeighedQuestion[]>> {
  const looked = await lookIn(office, actor, 'sheet.read', assessmentId, centerId)
  if (!looked.ok) return looked
  const live = looked.value
  if (!live.state.centers.has(centerId)) return refusedActing('center-unlisted', centerId)
  const { rubric } = live.adopted
  const weighed = rubric.questions.map((question) => weigh(live, centerId, question))
  return accepted(weighed.filter(({ isAboutTotal, readings }) => isAboutTotal || differ(readings)))
}

function weigh(live: LiveAssessment, centerId: CenterId, question: Question): WeighedQuestion {
  return {
    question,
    answer: live.state.answers.get(question.id) ?? null,
    isAboutTotal: question.sectionIds.length > 0 && question.clauseIds.length === 0,
    readings: question.readings.map((reading): WeighedReading => {
      const { key, label } = reading
      const plan = supposedPlan(live, question, reading)
      const sheet = plan && live.scores.sheetUnder(centerId, plan)
      return { key, label, score: sheet?.score ?? null, interval: sheet?.interval ?? null }
    }),
  }
}

function differ(readings: readonly WeighedReading[]): boolean {
  const known = readings.flatMap(({ score, interval }) => (score === null ? [] : [`${score} ${String(interval)}`]))
  return new Set(known).size > 1
}
