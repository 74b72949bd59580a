import type { FactType } from '../../core/ledger/ledger-command.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Action } from '../people/who-may.ts'

/**
 * Which action a person needs to bring about each fact; any one of them suffices. Every use case that appends a fact asks
 * for one of its actions, so the table of transitions can say who.
 */
export const ACTIONS_OF: { readonly [Type in FactType]: readonly [Action, ...Action[]] } = {
  AssessmentOpened: ['assessment.open'],
  // An assessment is opened with its centers and terms.
  CenterEnrolled: ['center.enroll', 'assessment.open'],
  TermsSet: ['assessment.terms', 'assessment.open'],
  QuestionAnswered: ['question.answer'],
  DetectionRetired: ['detection.adopt'],
  PeriodClosed: ['period.close'],
  AssessmentSealed: ['assessment.seal'],
  ResultsPublished: ['results.publish'],
  AssessmentReopened: ['assessment.reopen'],
  SelfAssessmentSubmitted: ['self-assessment.submit'],
  // By hand, by a run of detections, or with a detection that is retired; only a run follows records that changed.
  SuspicionRaised: ['suspicion.raise', 'detection.run'],
  SuspicionAmended: ['detection.run'],
  SuspicionWithdrawn: ['suspicion.raise', 'detection.run', 'detection.adopt'],
  FindingFlagged: ['detection.run', 'detection.adopt'],
  CenterInspected: ['finding.report'],
  SamplingPlanCommitted: ['sampling.plan'],
  SamplingPlanRevealed: ['sampling.reveal'],
  SamplingVisitMissed: ['sampling.miss'],
  FindingReported: ['finding.report', 'finding.self-report'],
  FindingNotified: ['finding.notify'],
  FindingAccepted: ['finding.reply'],
  FindingContested: ['finding.reply'],
  FindingSubstantiated: ['finding.substantiate'],
  FindingDismissed: ['finding.dismiss'],
  AmountDecided: ['finding.substantiate'],
  // Served with the act that makes the decision whole or changes it.
  DecisionServed: ['finding.substantiate', 'finding.correct', 'appeal.review', 'question.answer'],
  DecisionCorrected: ['finding.correct'],
  AppealFiled: ['appeal.file'],
  FindingUpheld: ['appeal.review'],
  FindingVaried: ['appeal.review'],
  FindingReversed: ['appeal.review'],
  RectificationPlanned: ['rectification.plan'],
  RectificationSubmitted: ['rectification.submit'],
  RectificationAccepted: ['rectification.review'],
  RectificationReturned: ['rectification.review'],
  BonusProposed: ['bonus.propose'],
  BonusApproved: ['bonus.approve'],
  BonusRejected: ['bonus.approve'],
}

/** Throws where a use case asks for one action and brings about what another is for: that is a bug of the use case. */
export function assertActionOf(action: Action, facts: readonly LedgerFact[]): void {
  for (const { type } of facts)
    if (!ACTIONS_OF[type].includes(action)) throw new Error(`${type} is not brought about by ${action}`)
}
