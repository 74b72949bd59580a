import type { CenterId, SamplingPlanId } from '../kernel/identifiers.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { centerOf, type CenterBook } from './center-of.ts'

/** What was laid open in the course of the ledger: seals (seq) whose results were published, and plans of inspections. */
export interface LaidOpen {
  readonly published: ReadonlySet<number>
  readonly revealed: ReadonlySet<SamplingPlanId>
}

/**
 * Whether a center's own bundle shows the event: what is about the center itself, and of what is about the whole that
 * which its sheet needs or which is published. A seal tells every center's score, so it is shown once results are
 * published, and never one that was forced: what stood against it names others. Reasons for reopening are the office's, and so is what it no longer looks for: of that a
 * center is told by what was withdrawn. A plan of inspections is shown once it is revealed, whole: until then it would tell what is looked at.
 * Must be asked of every event in order, as `book` learns from each.
 */
export function isShownTo(
  centerId: CenterId,
  event: LedgerEvent,
  book: CenterBook,
  { published, revealed }: LaidOpen,
): boolean {
  const about = centerOf(event, book)
  if (about !== null) return about === centerId
  switch (event.type) {
    case 'AssessmentOpened':
    case 'TermsSet':
    case 'QuestionAnswered':
    case 'PeriodClosed':
    case 'ResultsPublished':
      return true
    case 'AssessmentSealed':
      return published.has(event.seq) && event.forced === null
    case 'SamplingPlanCommitted':
    case 'SamplingPlanRevealed':
    case 'SamplingVisitMissed':
      return revealed.has(event.planId)
    case 'AssessmentReopened':
    case 'DetectionRetired':
      return false
    case 'CenterEnrolled':
    case 'CenterInspected':
    case 'SuspicionRaised':
    case 'SuspicionAmended':
    case 'SuspicionWithdrawn':
    case 'FindingFlagged':
    case 'FindingReported':
    case 'FindingNotified':
    case 'FindingAccepted':
    case 'FindingContested':
    case 'FindingSubstantiated':
    case 'FindingDismissed':
    case 'DecisionServed':
    case 'AmountDecided':
    case 'DecisionCorrected':
    case 'AppealFiled':
    case 'FindingUpheld':
    case 'FindingVaried':
    case 'FindingReversed':
    case 'RectificationPlanned':
    case 'RectificationSubmitted':
    case 'RectificationAccepted':
    case 'RectificationReturned':
    case 'BonusProposed':
    case 'BonusApproved':
    case 'BonusRejected':
    case 'SelfAssessmentSubmitted':
      return false
    default:
      return unreachable(event)
  }
}
