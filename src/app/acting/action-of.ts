import type { FactType } from '../../core/ledger/ledger-command.ts'
import type { Action } from '../people/who-may.ts'

/**
 * Which action a person needs to bring about each fact; any one of them suffices. Every use case that appends a fact asks
 * for one of its actions, so the table of transitions can say who.
 */
export const ACTIONS_OF: { readonly [Type in FactType]: readonly [Action, ...Action[]] } = {
  AssessmentOpened: ['assessment.open'],
  CenterEnrolled: ['center.enroll'],
  TermsSet: ['assessment.terms'],
  QuestionAnswered: ['question.answer'],
  PeriodClosed: ['period.close'],
  AssessmentSealed: ['assessment.seal'],
  ResultsPublished: ['results.publish'],
  AssessmentReopened: ['assessment.reopen'],
  SelfAssessmentSubmitted: ['self-assessment.submit'],
  SuspicionRaised: ['suspicion.raise'],
  FindingReported: ['finding.report', 'finding.self-report'],
  FindingNotified: ['finding.notify'],
  FindingAccepted: ['finding.reply'],
  FindingContested: ['finding.reply'],
  FindingSubstantiated: ['finding.substantiate'],
  FindingDismissed: ['finding.dismiss'],
  AmountDecided: ['finding.substantiate'],
  // Served with the act that makes the decision whole or changes it.
  DecisionServed: ['finding.substantiate', 'finding.correct', 'appeal.review'],
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
