import type { Proposal } from '../../core/ledger/decide.ts'
import { acceptFinding } from '../acting/accept-finding.ts'
import { acceptRectification } from '../acting/accept-rectification.ts'
import type { ActOutcome, Asking } from '../acting/act-plan.ts'
import { answerQuestion } from '../acting/answer-question.ts'
import { approveBonus } from '../acting/approve-bonus.ts'
import { closePeriod } from '../acting/close-period.ts'
import { contestFinding } from '../acting/contest-finding.ts'
import { correctDecision } from '../acting/correct-decision.ts'
import { decideAmount } from '../acting/decide-amount.ts'
import { dismissFinding } from '../acting/dismiss-finding.ts'
import { fileAppeal } from '../acting/file-appeal.ts'
import { inspectCenter } from '../acting/inspect-center.ts'
import { notifyFinding } from '../acting/notify-finding.ts'
import { planRectification } from '../acting/plan-rectification.ts'
import { proposeBonus } from '../acting/propose-bonus.ts'
import { publishResults } from '../acting/publish-results.ts'
import { raiseSuspicion } from '../acting/raise-suspicion.ts'
import { rejectBonus } from '../acting/reject-bonus.ts'
import { reportFinding } from '../acting/report-finding.ts'
import { returnRectification } from '../acting/return-rectification.ts'
import { reverseFinding } from '../acting/reverse-finding.ts'
import { selfReportFinding } from '../acting/self-report-finding.ts'
import { submitRectification } from '../acting/submit-rectification.ts'
import { submitSelfAssessment } from '../acting/submit-self-assessment.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'
import { upholdFinding } from '../acting/uphold-finding.ts'
import { varyFinding } from '../acting/vary-finding.ts'
import type { Office } from '../office/office.ts'

/** What an example year proposes, asked of the use case that a person would ask. The office counts deadlines and serves decisions by itself. */
export async function perform(office: Office, asking: Asking, proposal: Proposal): Promise<ActOutcome> {
  const { by: _by, actedAt: _actedAt, recordedAt: _recordedAt, ...said } = proposal
  switch (said.type) {
    case 'QuestionAnswered':
      return answerQuestion(office, asking, said)
    case 'SuspicionRaised':
      return raiseSuspicion(office, asking, said)
    case 'FindingReported':
      return said.source === 'self-assessment'
        ? selfReportFinding(office, asking, said)
        : reportFinding(office, asking, said)
    case 'CenterInspected':
      return inspectCenter(office, asking, said)
    case 'FindingNotified':
      return notifyFinding(office, asking, said)
    case 'FindingAccepted':
      return acceptFinding(office, asking, said)
    case 'FindingContested':
      return contestFinding(office, asking, said)
    case 'FindingSubstantiated':
      return substantiateFinding(office, asking, { ...said, amount: null })
    case 'FindingDismissed':
      return dismissFinding(office, asking, said)
    case 'AmountDecided':
      return decideAmount(office, asking, said)
    case 'DecisionCorrected':
      return correctDecision(office, asking, said)
    case 'AppealFiled':
      return fileAppeal(office, asking, said)
    case 'FindingUpheld':
      return upholdFinding(office, asking, said)
    case 'FindingVaried':
      return varyFinding(office, asking, said)
    case 'FindingReversed':
      return reverseFinding(office, asking, said)
    case 'RectificationPlanned':
      return planRectification(office, asking, { ...said, workingDays: null })
    case 'RectificationSubmitted':
      return submitRectification(office, asking, said)
    case 'RectificationAccepted':
      return acceptRectification(office, asking, said)
    case 'RectificationReturned':
      return returnRectification(office, asking, said)
    case 'BonusProposed':
      return proposeBonus(office, asking, said)
    case 'BonusApproved':
      return approveBonus(office, asking, said)
    case 'BonusRejected':
      return rejectBonus(office, asking, said)
    case 'SelfAssessmentSubmitted':
      return submitSelfAssessment(office, asking, said)
    case 'PeriodClosed':
      return closePeriod(office, asking)
    case 'ResultsPublished':
      return publishResults(office, asking, said)
    case 'AssessmentOpened':
    case 'CenterEnrolled':
    case 'TermsSet':
    case 'DecisionServed':
    case 'SuspicionAmended':
    case 'SuspicionWithdrawn':
    case 'FindingFlagged':
    case 'DetectionRetired':
    case 'SamplingPlanCommitted':
    case 'SamplingPlanRevealed':
    case 'SamplingVisitMissed':
    case 'AssessmentSealed':
    case 'AssessmentReopened':
      throw new Error(`${said.type} is not proposed by an example year`)
  }
}
