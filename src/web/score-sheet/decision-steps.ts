import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Answered } from '../client/call.ts'

export type CaseEvent = Answered<'readFinding'>['history'][number]

export type StepName =
  | 'reported'
  | 'suspected'
  | 'accepted'
  | 'contested'
  | 'substantiated'
  | 'dismissed'
  | 'amount'
  | 'corrected_decision'
  | 'appealed'
  | 'upheld'
  | 'varied'
  | 'reversed'
  | 'withdrawn'
  | 'proposed'
  | 'approved'
  | 'rejected'
export type StepRole = 'byCenter' | 'byAssessor' | 'byReviewer' | 'byInspector' | 'byClerk'

/** One step of a case that a reader of the sheet wants to know of. `points` is for one occurrence, in hundredths. */
export interface DecisionStep {
  readonly seq: number
  readonly name: StepName
  readonly role: StepRole
  readonly day: PlainDate
  readonly words: string
  readonly points: number | null
  readonly occurrences: number | null
}

/** What was said and decided of a case, oldest first, as far as it was known by a day; null: all of it. */
export function decisionSteps(history: readonly CaseEvent[], knownBy: PlainDate | null): readonly DecisionStep[] {
  return history.flatMap((event) => {
    const step = stepOf(event)
    const day = dayOf(event.recordedAt)
    if (step === null || (knownBy !== null && day > knownBy)) return []
    return { seq: event.seq, day, ...NOTHING, ...step }
  })
}

const NOTHING = { words: '', points: null, occurrences: null }

type Told = Pick<DecisionStep, 'name' | 'role'> & Partial<Pick<DecisionStep, 'words' | 'points' | 'occurrences'>>

function stepOf(event: CaseEvent): Told | null {
  switch (event.type) {
    case 'FindingReported':
      return { name: 'reported', role: event.source === 'self-assessment' ? 'byCenter' : 'byInspector' }
    case 'SuspicionRaised':
      return { name: 'suspected', role: 'byClerk' }
    case 'SuspicionWithdrawn':
      return { name: 'withdrawn', role: 'byClerk', words: event.reason }
    case 'FindingAccepted':
      return { name: 'accepted', role: 'byCenter', words: event.statement }
    case 'FindingContested':
      return { name: 'contested', role: 'byCenter', words: event.statement }
    case 'FindingSubstantiated':
      return { name: 'substantiated', role: 'byAssessor', words: event.reason, occurrences: event.occurrences }
    case 'FindingDismissed':
      return { name: 'dismissed', role: 'byAssessor', words: event.reason }
    case 'AmountDecided':
      return { name: 'amount', role: 'byAssessor', words: event.reason, points: event.points }
    case 'DecisionCorrected':
      return {
        name: 'corrected_decision',
        role: 'byAssessor',
        words: event.reason,
        points: event.points,
        occurrences: event.occurrences,
      }
    case 'AppealFiled':
      return { name: 'appealed', role: 'byCenter', words: event.grounds }
    case 'FindingUpheld':
      return { name: 'upheld', role: 'byReviewer', words: event.reason }
    case 'FindingVaried':
      return {
        name: 'varied',
        role: 'byReviewer',
        words: event.reason,
        points: event.points,
        occurrences: event.occurrences,
      }
    case 'FindingReversed':
      return { name: 'reversed', role: 'byReviewer', words: event.reason }
    case 'BonusProposed':
      return { name: 'proposed', role: 'byCenter', occurrences: event.occurrences }
    case 'BonusApproved':
      return {
        name: 'approved',
        role: 'byAssessor',
        words: event.reason,
        points: event.points,
        occurrences: event.occurrences,
      }
    case 'BonusRejected':
      return { name: 'rejected', role: 'byAssessor', words: event.reason }
    case 'AssessmentOpened':
    case 'AssessmentReopened':
    case 'AssessmentSealed':
    case 'CenterEnrolled':
    case 'CenterInspected':
    case 'DecisionServed':
    case 'DetectionRetired':
    case 'FindingFlagged':
    case 'FindingNotified':
    case 'PeriodClosed':
    case 'QuestionAnswered':
    case 'RectificationAccepted':
    case 'RectificationPlanned':
    case 'RectificationReturned':
    case 'RectificationSubmitted':
    case 'ResultsPublished':
    case 'SamplingPlanCommitted':
    case 'SamplingPlanRevealed':
    case 'SamplingVisitMissed':
    case 'SelfAssessmentSubmitted':
    case 'SuspicionAmended':
    case 'TermsSet':
      return null
    default:
      return unreachable(event)
  }
}
