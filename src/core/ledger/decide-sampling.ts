import { dayOf } from '../kernel/timestamp.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState, SamplingPlan } from './assessment-state.ts'
import { checkBreachClause } from './check-clause.ts'
import { checkDay, checkOpen, checkOpened, checkText } from './check-assessment.ts'
import { verdict, type Command, type Decide } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

/** 抽查方案 with its commitment. Over days of a plan of the same mode that is not revealed, a second one could replace it unseen. */
export const commitSamplingPlan: Decide<'SamplingPlanCommitted'> = (state, rubric, command) =>
  verdict(
    'SamplingPlanCommitted',
    command,
    checkOpen(state, rubric) ??
      (state.isClosed ? refusal('period-closed') : null) ??
      (state.samplingPlans.has(command.planId) ? refusal('sampling-plan-exists', command.planId) : null) ??
      checkDesign(state, rubric, command),
  )

/** 揭示, also after the assessment is sealed: it moves no points. Before the last day is over only with a reason. */
export const revealSamplingPlan: Decide<'SamplingPlanRevealed'> = (state, rubric, command) => {
  const plan = state.samplingPlans.get(command.planId)
  return verdict('SamplingPlanRevealed', command, checkOpened(state, rubric) ?? checkReveal(plan, command))
}

export const missSamplingVisit: Decide<'SamplingVisitMissed'> = (state, rubric, command) => {
  const plan = state.samplingPlans.get(command.planId)
  return verdict('SamplingVisitMissed', command, checkOpened(state, rubric) ?? checkMissed(plan, command))
}

function checkDesign(
  state: AssessmentState,
  rubric: Rubric,
  { design, recordedAt }: Command<'SamplingPlanCommitted'>,
): LedgerRefusal | null {
  const { mode, from, to, days, centers, clauseIds } = design
  const stranger = centers.find(({ centerId }) => !state.centers.has(centerId))
  const hidden = [...state.samplingPlans.values()].find(
    (other) =>
      other.reveal === null && other.design.mode === mode && other.design.from <= to && from <= other.design.to,
  )
  return (
    (from <= to ? null : refusal('period-reversed', from, to)) ??
    // What was committed when its days had begun could have been drawn to suit them.
    (dayOf(recordedAt) <= from ? null : refusal('sampling-too-late', from, dayOf(recordedAt))) ??
    checkDay(state, from) ??
    checkDay(state, to) ??
    (days.every((day) => from <= day && day <= to) ? null : refusal('outside-period', days[0] ?? from, from, to)) ??
    (stranger === undefined ? null : refusal('center-unknown', stranger.centerId)) ??
    clauseIds.reduce<LedgerRefusal | null>(
      (refused, clauseId) => refused ?? checkBreachClause(rubric, clauseId),
      null,
    ) ??
    (hidden === undefined ? null : refusal('sampling-overlaps', hidden.design.from, hidden.design.to))
  )
}

function checkReveal(
  plan: SamplingPlan | undefined,
  { planId, seed, salt, earlyBecause, recordedAt }: Command<'SamplingPlanRevealed'>,
): LedgerRefusal | null {
  if (plan === undefined) return refusal('sampling-plan-unknown', planId)
  if (plan.reveal !== null) return refusal('sampling-already-revealed')
  return (
    checkText('种子', seed) ??
    checkText('盐', salt) ??
    (earlyBecause === null ? null : checkText('提前揭示的理由', earlyBecause)) ??
    (earlyBecause === null && dayOf(recordedAt) <= plan.design.to ? refusal('sampling-not-over', plan.design.to) : null)
  )
}

function checkMissed(
  plan: SamplingPlan | undefined,
  { planId, visit, reason }: Command<'SamplingVisitMissed'>,
): LedgerRefusal | null {
  if (plan === undefined) return refusal('sampling-plan-unknown', planId)
  if (!Number.isSafeInteger(visit) || visit < 1 || visit > plan.design.visits)
    return refusal('sampling-visit-unknown', visit, plan.design.visits)
  return (plan.missed.has(visit) ? refusal('sampling-visit-marked', visit) : null) ?? checkText('未去的理由', reason)
}
