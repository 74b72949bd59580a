import type {
  AppealId,
  BonusId,
  CenterId,
  FindingId,
  InspectionId,
  QuestionId,
  SamplingPlanId,
} from '../kernel/identifiers.ts'
import type { Place } from '../kernel/place.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { AssessmentState, Bonus, Finding, Inspection, SamplingPlan, SelfAssessment } from './assessment-state.ts'
import { evolveBonus, openBonus } from './evolve-bonus.ts'
import { evolveFinding, openFinding } from './evolve-finding.ts'
import { evolveSamplingPlan, openSamplingPlan } from './evolve-sampling.ts'
import { interpretationOf } from './interpretations-in.ts'
import type { LedgerEvent } from './ledger-event.ts'

/** A state still in its maker's hands: the maps are its own, what they hold is never changed. */
export type AssessmentDraft = { -readonly [Field in keyof AssessmentState]: AssessmentState[Field] } & {
  readonly centers: Map<CenterId, string>
  readonly places: Map<CenterId, Place>
  readonly findings: Map<FindingId, Finding>
  readonly bonuses: Map<BonusId, Bonus>
  readonly appeals: Map<AppealId, FindingId>
  readonly answers: Map<QuestionId, Interpretation>
  readonly selfAssessments: Map<CenterId, SelfAssessment>
  readonly inspections: Map<InspectionId, Inspection>
  readonly samplingPlans: Map<SamplingPlanId, SamplingPlan>
}

export function draftOf(state: AssessmentState): AssessmentDraft {
  return {
    ...state,
    centers: new Map(state.centers),
    places: new Map(state.places),
    findings: new Map(state.findings),
    bonuses: new Map(state.bonuses),
    appeals: new Map(state.appeals),
    answers: new Map(state.answers),
    selfAssessments: new Map(state.selfAssessments),
    inspections: new Map(state.inspections),
    samplingPlans: new Map(state.samplingPlans),
  }
}

/**
 * Adds one event to the draft. A fact is never refused: one about a finding or bonus that nobody opened changes nothing
 * but `seq`, and one that opens what is already open is only noted there. That neither happens is the decisions' duty.
 */
export function applyEvent(draft: AssessmentDraft, event: LedgerEvent): void {
  draft.seq = event.seq
  switch (event.type) {
    case 'AssessmentOpened':
      draft.rubricId = event.rubricId
      draft.periodFrom = event.periodFrom
      draft.periodTo = event.periodTo
      return
    case 'CenterEnrolled':
      draft.centers.set(event.centerId, event.name)
      if (event.place !== undefined) draft.places.set(event.centerId, event.place)
      return
    case 'TermsSet':
      draft.terms = {
        replyWorkingDays: event.replyWorkingDays,
        appealWorkingDays: event.appealWorkingDays,
        rectificationWorkingDays: event.rectificationWorkingDays,
      }
      return
    case 'QuestionAnswered':
      draft.answers.set(event.questionId, interpretationOf(event))
      return
    case 'DetectionRetired': {
      const { detection, version, reason, by, recordedAt } = event
      draft.retirements = [...draft.retirements, { detection, version, reason, by, retiredAt: recordedAt }]
      return
    }
    case 'PeriodClosed':
      draft.isClosed = true
      return
    case 'AssessmentSealed':
      draft.seal = { seq: event.seq, sheets: event.sheets }
      draft.isPublished = false
      return
    case 'ResultsPublished':
      draft.isPublished = true
      return
    case 'AssessmentReopened':
      draft.seal = null
      draft.isPublished = false
      return
    case 'SelfAssessmentSubmitted':
      draft.selfAssessments.set(event.centerId, {
        entries: event.entries,
        statement: event.statement,
        submittedAt: event.recordedAt,
      })
      return
    case 'CenterInspected': {
      const { inspectionId, centerId, inspectedOn, clauseIds, by, recordedAt } = event
      if (!draft.inspections.has(inspectionId))
        draft.inspections.set(inspectionId, { centerId, inspectedOn, clauseIds, by, recordedAt })
      return
    }
    case 'SamplingPlanCommitted':
      if (!draft.samplingPlans.has(event.planId)) draft.samplingPlans.set(event.planId, openSamplingPlan(event))
      return
    case 'SamplingPlanRevealed':
    case 'SamplingVisitMissed': {
      const plan = draft.samplingPlans.get(event.planId)
      if (plan) draft.samplingPlans.set(event.planId, evolveSamplingPlan(plan, event))
      return
    }
    case 'SuspicionRaised':
    case 'FindingReported': {
      const known = draft.findings.get(event.findingId)
      draft.findings.set(event.findingId, known ? evolveFinding(known, event) : openFinding(event))
      return
    }
    case 'SuspicionAmended':
    case 'SuspicionWithdrawn':
    case 'FindingFlagged':
    case 'AppealFiled':
    case 'FindingNotified':
    case 'FindingAccepted':
    case 'FindingContested':
    case 'FindingSubstantiated':
    case 'FindingDismissed':
    case 'DecisionServed':
    case 'AmountDecided':
    case 'DecisionCorrected':
    case 'FindingUpheld':
    case 'FindingVaried':
    case 'FindingReversed':
    case 'RectificationPlanned':
    case 'RectificationSubmitted':
    case 'RectificationAccepted':
    case 'RectificationReturned': {
      if (event.type === 'AppealFiled') draft.appeals.set(event.appealId, event.findingId)
      const finding = draft.findings.get(event.findingId)
      if (finding) draft.findings.set(event.findingId, evolveFinding(finding, event))
      return
    }
    case 'BonusProposed': {
      const known = draft.bonuses.get(event.bonusId)
      draft.bonuses.set(event.bonusId, known ? evolveBonus(known, event) : openBonus(event))
      return
    }
    case 'BonusApproved':
    case 'BonusRejected': {
      const bonus = draft.bonuses.get(event.bonusId)
      if (bonus) draft.bonuses.set(event.bonusId, evolveBonus(bonus, event))
      return
    }
    default:
      unreachable(event)
  }
}
