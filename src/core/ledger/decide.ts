/**
 * The front door of decisions: what a person wants to be true, against the state and the rubric. Each kind of fact has
 * one decision (`decide-….ts`); this picks it by type, for whoever holds a command as a value: an import, a generator,
 * a test that puts a whole ledger through the rules again.
 */
import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState } from './assessment-state.ts'
import { answerQuestion } from './answer-question.ts'
import { correctDecision, decideAmount } from './decide-amount.ts'
import { fileAppeal, reverseFinding, upholdFinding, varyFinding } from './decide-appeal.ts'
import { closePeriod, enrollCenter, openAssessment, setTerms } from './decide-assessment.ts'
import { approveBonus, proposeBonus, rejectBonus } from './decide-bonus.ts'
import { publishResults, reopenAssessment, sealAssessment } from './decide-closing.ts'
import { dismissFinding, serveDecision, substantiateFinding } from './decide-finding.ts'
import {
  acceptRectification,
  planRectification,
  returnRectification,
  submitRectification,
} from './decide-rectification.ts'
import { acceptFinding, contestFinding, notifyFinding } from './decide-reply.ts'
import { raiseSuspicion, reportFinding } from './decide-report.ts'
import { amendSuspicion, flagFinding, withdrawSuspicion } from './decide-suspicion.ts'
import { inspectCenter } from './inspect-center.ts'
import type { Decide, FactType, Stamp, Verdict } from './ledger-command.ts'
import type { LedgerFact } from './ledger-event.ts'
import { commitSamplingPlan, missSamplingVisit, revealSamplingPlan } from './decide-sampling.ts'
import { retireDetection } from './retire-detection.ts'
import { submitSelfAssessment } from './submit-self-assessment.ts'

export type Proposal = LedgerFact & Stamp

export function decide(state: AssessmentState, rubric: Rubric, proposal: Proposal): Verdict {
  const { type, ...command } = proposal
  return (DECISIONS[type] as (...given: [AssessmentState, Rubric, unknown]) => Verdict)(state, rubric, command)
}

const DECISIONS: { readonly [Type in FactType]: Decide<Type> } = {
  AssessmentOpened: openAssessment,
  CenterEnrolled: enrollCenter,
  DetectionRetired: retireDetection,
  PeriodClosed: closePeriod,
  SuspicionRaised: raiseSuspicion,
  SuspicionAmended: amendSuspicion,
  SuspicionWithdrawn: withdrawSuspicion,
  FindingFlagged: flagFinding,
  FindingReported: reportFinding,
  CenterInspected: inspectCenter,
  SamplingPlanCommitted: commitSamplingPlan,
  SamplingPlanRevealed: revealSamplingPlan,
  SamplingVisitMissed: missSamplingVisit,
  FindingNotified: notifyFinding,
  FindingAccepted: acceptFinding,
  FindingContested: contestFinding,
  FindingSubstantiated: substantiateFinding,
  FindingDismissed: dismissFinding,
  AmountDecided: decideAmount,
  DecisionCorrected: correctDecision,
  AppealFiled: fileAppeal,
  FindingUpheld: upholdFinding,
  FindingVaried: varyFinding,
  FindingReversed: reverseFinding,
  RectificationPlanned: planRectification,
  RectificationSubmitted: submitRectification,
  RectificationAccepted: acceptRectification,
  RectificationReturned: returnRectification,
  BonusProposed: proposeBonus,
  BonusApproved: approveBonus,
  BonusRejected: rejectBonus,
  TermsSet: setTerms,
  QuestionAnswered: answerQuestion,
  DecisionServed: serveDecision,
  SelfAssessmentSubmitted: submitSelfAssessment,
  AssessmentSealed: sealAssessment,
  ResultsPublished: publishResults,
  AssessmentReopened: reopenAssessment,
}
