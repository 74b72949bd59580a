import type { AssessmentId, CenterId, QuestionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question, Reading } from '../../core/rubric/question.ts'
import { scoreCenter, type CenterFacts } from '../../core/scoring/score-center.ts'
import type { Interval, SignedPoints } from '../../core/scoring/score-sheet.ts'
import { compilePlan } from '../../core/scoring/scoring-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'

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
  const facts = factsOf(live, centerId)
  if (facts === null) return refusedActing('center-unlisted', centerId)
  const { rubric } = live.adopted
  const weighed = rubric.questions.map((question) => weigh(live, facts, question))
  return accepted(weighed.filter(({ isAboutTotal, readings }) => isAboutTotal || differ(readings)))
}

function factsOf({ state, scores }: LiveAssessment, centerId: CenterId): CenterFacts | null {
  const centerName = state.centers.get(centerId)
  if (centerName === undefined) return null
  return {
    centerId,
    centerName,
    findings: scores.findingIds(centerId).flatMap((findingId) => state.findings.get(findingId) ?? []),
    bonuses: scores.bonusIds(centerId).flatMap((bonusId) => state.bonuses.get(bonusId) ?? []),
    isClosed: state.isClosed,
  }
}

function weigh({ state, adopted }: LiveAssessment, facts: CenterFacts, question: Question): WeighedQuestion {
  const answer = state.answers.get(question.id) ?? null
  return {
    question,
    answer,
    isAboutTotal: question.sectionIds.length > 0 && question.clauseIds.length === 0,
    readings: question.readings.map((reading): WeighedReading => {
      const { key, label } = reading
      const supposed = suppose(question, reading, answer)
      if (supposed === null) return { key, label, score: null, interval: null }
      const answers = new Map<QuestionId, Interpretation>(state.answers).set(question.id, supposed)
      const { score, interval } = scoreCenter(compilePlan(adopted.rubric, answers), facts)
      return { key, label, score, interval }
    }),
  }
}

/** Null where the reading asks for a number that nobody has named. */
function suppose({ id }: Question, { key, effect }: Reading, answer: Interpretation | null): Interpretation | null {
  if (answer !== null && answer.reading === key) return answer
  if (effect.kind === 'amount' && effect.points === null) return null
  return { ...SUPPOSED, questionId: id, reading: key }
}

const SUPPOSED = {
  points: null,
  decidedBy: '' as Interpretation['decidedBy'],
  decidedOn: '1900-01-01' as Interpretation['decidedOn'],
  reason: '',
}

function differ(readings: readonly WeighedReading[]): boolean {
  const known = readings.flatMap(({ score, interval }) => (score === null ? [] : [`${score} ${String(interval)}`]))
  return new Set(known).size > 1
}
