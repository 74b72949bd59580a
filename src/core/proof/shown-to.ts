import type { CenterId } from '../kernel/identifiers.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { centerOf, type CenterBook } from './center-of.ts'

/**
 * Whether a center's own bundle shows the event: what is about the center itself, and of what is about the whole that
 * which its sheet needs or which is published. A seal tells every center's score, so it is shown once results are
 * published, and never one that was forced: what stood against it names others. Reasons for reopening are the office's, and so is what it no longer looks for: of that a
 * center is told by what was withdrawn.
 * `published` are the seals (seq) whose results were published. Must be asked of every event in order, as `book` learns from
 * each.
 */
export function isShownTo(
  centerId: CenterId,
  event: LedgerEvent,
  book: CenterBook,
  published: ReadonlySet<number>,
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
