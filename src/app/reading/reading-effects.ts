import type { AssessmentId, CenterId, QuestionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { Question, Reading } from '../../core/rubric/question.ts'
import type { Interval, ScoreSheet, SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { supposedPlan } from './supposed-plan.ts'

/** What the sheets would say if the question were answered so, all else as it stands. */
export interface ReadingEffects {
  readonly key: string
  /** The reading asks for a number and none was given: then nothing can be said, and `centers` is empty. */
  readonly needsNumber: boolean
  /** Only the centers whose total, or what is still possible of it, would differ. */
  readonly centers: readonly CenterEffect[]
}

export interface CenterEffect {
  readonly centerId: CenterId
  readonly centerName: string
  readonly score: SignedPoints
  readonly change: SignedPoints
  readonly interval: Interval
  readonly before: Interval
}

/** 每种理解对分数的影响: shown beside an open question, so that it is answered knowing what it moves. Nothing is recorded. */
export async function readingEffects(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  questionId: QuestionId,
): Promise<Acting<readonly ReadingEffects[]>> {
  const looked = await lookIn(office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  const live = looked.value
  const question = live.adopted.rubric.questions.find(({ id }) => id === questionId)
  if (question === undefined) return { ok: false, refusal: refusal('question-unknown', questionId) }
  return accepted(question.readings.map((reading) => effectsOf(live, question, reading)))
}

function effectsOf(live: LiveAssessment, question: Question, reading: Reading): ReadingEffects {
  const { key } = reading
  const plan = supposedPlan(live, question, reading)
  if (plan === null) return { key, needsNumber: true, centers: [] }
  const { scores, state } = live
  const isOpen = !state.answers.has(question.id)
  const centers = scores.sheets().flatMap((now) => {
    if (isOpen && !isOpenIn(now, question.id)) return []
    const then = scores.sheetUnder(now.centerId, plan)
    return then === null ? [] : changeOf(now, then)
  })
  return { key, needsNumber: false, centers }
}

/** What a sheet does not name as open there, no answer can move. */
function isOpenIn({ open }: ScoreSheet, questionId: QuestionId): boolean {
  return open.some(({ kind, ref }) => kind === 'question' && ref === questionId)
}

function changeOf(now: ScoreSheet, then: ScoreSheet): CenterEffect[] {
  const { centerId, centerName, score, interval } = then
  const change = score - now.score
  if (change === 0 && interval[0] === now.interval[0] && interval[1] === now.interval[1]) return []
  return [{ centerId, centerName, score, change, interval, before: now.interval }]
}
