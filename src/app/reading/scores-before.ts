import type { CenterId, QuestionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Bonus, Finding } from '../../core/ledger/assessment-state.ts'
import { replay } from '../../core/ledger/evolve.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import { settledTotal } from '../../core/scoring/score-center.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import { compilePlan, type ScoringPlan } from '../../core/scoring/scoring-plan.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import { readPlaces } from '../office/read-range.ts'

type Case = Finding | Bonus
type ScoresBefore = (
  event: LedgerEvent,
  centerIds: readonly CenterId[],
) => Promise<Acting<ReadonlyMap<CenterId, SignedPoints>>>

/**
 * What centers' totals were just before an event, without folding the ledger again: most of a center's cases are still as they
 * were then, and of the others only the events before it are read. Rests on the assessment as it stands when this is called.
 */
export function scoresBefore(office: Office, live: LiveAssessment): ScoresBefore {
  const { header, adopted, told, state, scores } = live
  const { tenantId, assessmentId } = header
  const answered = [...told.answered]
  const closings = told.moving.filter(({ type }) => type === 'PeriodClosed')
  const { isClosed } = state
  const cases = new Map(
    [...state.centers].map(([centerId, centerName]) => [
      centerId,
      {
        centerName,
        findings: scores.findingIds(centerId).flatMap((one) => state.findings.get(one) ?? []),
        bonuses: scores.bonusIds(centerId).flatMap((one) => state.bonuses.get(one) ?? []),
      },
    ]),
  )
  const plans = new Map<number, ScoringPlan>()
  const planBefore = (seq: number) => {
    const earlier = answered.filter((event) => event.seq < seq)
    const known = plans.get(earlier.length)
    if (known) return known
    const answers = new Map<QuestionId, Interpretation>()
    for (const one of interpretationsIn(earlier)) answers.set(one.questionId, one)
    const plan = compilePlan(adopted.rubric, answers)
    plans.set(earlier.length, plan)
    return plan
  }
  const asBefore = async <Kind extends Case>(
    all: readonly Kind[],
    seq: number,
    only: (events: readonly LedgerEvent[]) => Kind | undefined,
  ): Promise<Acting<readonly Kind[]>> => {
    const then: Kind[] = []
    for (const one of all) {
      if ((one.because[0] ?? seq) >= seq) continue
      if ((one.because.at(-1) ?? 0) < seq) {
        then.push(one)
        continue
      }
      const places = one.because.filter((place) => place < seq)
      const events = await readPlaces(office.ledgers, tenantId, assessmentId, places)
      if (!events.ok) return events
      then.push(only(events.value) ?? one)
    }
    return accepted(then)
  }
  return async ({ seq }, centerIds) => {
    const plan = planBefore(seq)
    const wasClosed = isClosed && !closings.some((closing) => closing.seq >= seq)
    const totals = new Map<CenterId, SignedPoints>()
    for (const centerId of centerIds) {
      const own = cases.get(centerId)
      if (own === undefined) continue
      const findings = await asBefore(own.findings, seq, (events) => [...replay(events).findings.values()][0])
      if (!findings.ok) return findings
      const bonuses = await asBefore(own.bonuses, seq, (events) => [...replay(events).bonuses.values()][0])
      if (!bonuses.ok) return bonuses
      const facts = { centerId, centerName: own.centerName, findings: findings.value, bonuses: bonuses.value }
      totals.set(centerId, settledTotal(plan, { ...facts, isClosed: wasClosed }))
    }
    return accepted(totals)
  }
}
