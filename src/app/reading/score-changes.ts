import type { AssessmentId, CenterId, ClauseId, FindingId, QuestionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { centerOf } from '../office/live-scores.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { scoresBefore } from './scores-before.ts'

/** 最近改动的数: one event that changed a total. */
export interface ScoreChange {
  readonly seq: number
  readonly recordedOn: PlainDate
  readonly type: LedgerEvent['type']
  /** How many totals it changed: more than one for an answer to a question and for the end of the period. */
  readonly centers: number
  /** The center whose total it changed; null where there are several. */
  readonly centerId: CenterId | null
  readonly centerName: string | null
  readonly clauseId: ClauseId | null
  /** As the notice numbers it: 五.2. */
  readonly clauseName: string | null
  readonly findingId: FindingId | null
  readonly questionId: QuestionId | null
  /** Of the center; null where there are several. */
  readonly total: readonly [before: SignedPoints, after: SignedPoints] | null
  readonly rank: readonly [before: number, after: number] | null
}

const MOST = 10

/** Newest first, ten at most. */
export async function scoreChanges(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<readonly ScoreChange[]>> {
  const looked = await lookIn(office, actor, 'ranking.read', assessmentId)
  return looked.ok ? changesSoFar(office, looked.value) : looked
}

/** The same whoever asks; kept until something happens. */
export async function changesSoFar(office: Office, live: LiveAssessment): Promise<Acting<readonly ScoreChange[]>> {
  const known = CHANGES.get(live)
  if (known?.seq === live.head.seq) return known.changes
  const changes = changesOf(office, live)
  CHANGES.set(live, { seq: live.head.seq, changes })
  const found = await changes
  if (!found.ok) CHANGES.delete(live)
  return found
}

const CHANGES = new WeakMap<
  LiveAssessment,
  { readonly seq: number; readonly changes: Promise<Acting<readonly ScoreChange[]>> }
>()

/** From the last event back: each one's totals after it are known, and those before it are computed of the cases as they then were. */
async function changesOf(office: Office, live: LiveAssessment): Promise<Acting<readonly ScoreChange[]>> {
  const { state, told, scores } = live
  const candidates = told.moving.map((event) => ({
    event,
    centerId: centerOf(state, event),
    clauseId: clauseOf(live, event),
  }))
  const names = new Map(state.centers)
  const totals = new Map(scores.sheets().map(({ centerId, score }) => [centerId, score]))
  const before = scoresBefore(office, live)
  const changes: ScoreChange[] = []
  for (const { event, centerId, clauseId } of candidates.reverse()) {
    const earlier = await before(event, centerId === null ? [...names.keys()] : [centerId])
    if (!earlier.ok) return earlier
    const changed = [...earlier.value].filter(([own, score]) => totals.get(own) !== score)
    const after = new Map(totals)
    for (const [own, score] of changed) totals.set(own, score)
    const [first] = changed
    if (first === undefined) continue
    const only = changed.length === 1 ? first[0] : null
    changes.push({
      seq: event.seq,
      recordedOn: dayOf(event.recordedAt),
      type: event.type,
      centers: changed.length,
      centerId: only,
      centerName: only === null ? null : (names.get(only) ?? only),
      clauseId,
      clauseName: clauseId === null ? null : clauseName(live.adopted.rubric, clauseId),
      findingId: 'findingId' in event ? event.findingId : null,
      questionId: event.type === 'QuestionAnswered' ? event.questionId : null,
      total: only === null ? null : [totals.get(only) ?? 0, after.get(only) ?? 0],
      rank: only === null ? null : [rankIn(totals, only), rankIn(after, only)],
    })
    if (changes.length === MOST) break
  }
  return accepted(changes)
}

function clauseOf({ state }: LiveAssessment, event: LedgerEvent): ClauseId | null {
  if ('clauseId' in event) return event.clauseId
  if ('bonusId' in event) return state.bonuses.get(event.bonusId)?.clauseId ?? null
  if (!('findingId' in event)) return null
  const finding = state.findings.get(event.findingId)
  return finding?.decision?.clauseId ?? finding?.clauseId ?? null
}

function rankIn(totals: ReadonlyMap<CenterId, SignedPoints>, centerId: CenterId): number {
  const own = totals.get(centerId) ?? 0
  return 1 + [...totals.values()].filter((score) => score > own).length
}
