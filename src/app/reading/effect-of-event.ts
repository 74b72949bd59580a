import type { AssessmentId, CenterId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { applyEvent } from '../../core/ledger/apply-event.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { factsIn } from '../../core/scoring/score.ts'
import { scoreCenter, settledTotal, type CenterFacts } from '../../core/scoring/score-center.ts'
import type { ScoreSheet, SignedPoints } from '../../core/scoring/score-sheet.ts'
import { compilePlan } from '../../core/scoring/scoring-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookAtFinding } from '../office/look-at-finding.ts'
import type { Office } from '../office/office.ts'
import { stateAfter } from '../office/past-state.ts'
import { readPlaces, readRange } from '../office/read-range.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedNumbers } from '../../core/analysis/changed-numbers.ts'
import { shownNumbers } from './shown-numbers.ts'

/** `from` and `to`: the places in the ledger of the first and last event of the act. */
export interface EffectOfEvent extends ChangedNumbers {
  readonly from: number
  readonly to: number
}

/**
 * What the act that `seq` belongs to changed, by the ledger just before it and just after: the numbers of that day, whatever came
 * later. What one act told of the finding (the decision, its amount, its serving) counts together.
 */
export async function effectOfEvent(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  findingId: FindingId,
  seq: number,
): Promise<Acting<EffectOfEvent>> {
  const looked = await lookAtFinding(office, actor, 'finding.read', assessmentId, findingId)
  if (!looked.ok) return looked
  const { live, finding } = looked.value
  const { centerId } = finding
  if (!finding.because.includes(seq)) return refusedActing('event-elsewhere', seq, findingId)
  const history = await readPlaces(office.ledgers, actor.tenantId, assessmentId, finding.because)
  if (!history.ok) return history
  const act = actAround(history.value, seq)
  const sheets = await sheetsAround(office, live, centerId, act)
  if (!sheets.ok) return sheets
  const { before, after } = sheets.value
  return accepted({ ...shownNumbers(actor, live.adopted.rubric, centerId, before, after), ...act })
}

interface Act {
  readonly from: number
  readonly to: number
}

/** The events that follow each other without a gap, by one person at one time. */
function actAround(history: readonly LedgerEvent[], seq: number): Act {
  const own = history.find((event) => event.seq === seq)
  const isOfAct = (place: number) =>
    history.some((event) => event.seq === place && event.by === own?.by && event.recordedAt === own.recordedAt)
  let [from, to] = [seq, seq]
  while (isOfAct(from - 1)) from -= 1
  while (isOfAct(to + 1)) to += 1
  return { from, to }
}

/** Before the act, and after it, when only the center's own can differ; of the others no more than the total is asked for. */
async function sheetsAround(
  office: Office,
  live: LiveAssessment,
  centerId: CenterId,
  { from, to }: Act,
): Promise<Acting<{ readonly before: readonly ScoreSheet[]; readonly after: readonly ScoreSheet[] }>> {
  const earlier = await stateAfter(office, live, from - 1)
  if (!earlier.ok) return earlier
  const acts = await readRange(office.ledgers, live.header.tenantId, live.header.assessmentId, from, to)
  if (!acts.ok) return acts
  const { state } = earlier.value
  const plan = compilePlan(live.adopted.rubric, state.answers)
  const before = factsIn(state).map((facts) =>
    facts.centerId === centerId ? scoreCenter(plan, facts) : outlineOf(facts, settledTotal(plan, facts)),
  )
  for (const event of acts.value) applyEvent(state, event)
  const facts = factsIn(state).find((one) => one.centerId === centerId)
  const own = facts === undefined ? null : scoreCenter(plan, facts)
  return accepted({ before, after: before.map((sheet) => (sheet.centerId === centerId && own ? own : sheet)) })
}

function outlineOf({ centerId, centerName }: CenterFacts, score: SignedPoints): ScoreSheet {
  return { centerId, centerName, sections: [], score, interval: [score, score], isSettled: true, open: [] }
}
