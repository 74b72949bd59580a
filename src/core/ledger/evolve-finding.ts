import type { PersonId } from '../kernel/identifiers.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Appeal, Decision, Finding } from './assessment-state.ts'
import type { AppealFact, FindingFact, LedgerEvent, RectificationFact } from './ledger-event.ts'

export type FindingEvent = Extract<LedgerEvent, FindingFact | AppealFact | RectificationFact>
export type OpeningEvent = Extract<FindingEvent, { readonly type: 'SuspicionRaised' | 'FindingReported' }>

export function openFinding(event: OpeningEvent): Finding {
  const isReported = event.type === 'FindingReported'
  return {
    findingId: event.findingId,
    centerId: event.centerId,
    clauseId: event.clauseId,
    occurrences: event.occurrences,
    occurredOn: event.occurredOn,
    eventKey: event.eventKey,
    measured: event.measured,
    level: event.level,
    unmet: event.unmet,
    description: event.description,
    source: isReported ? event.source : 'records',
    standing: isReported ? 'reported' : 'suspected',
    reply: 'none',
    replyBy: null,
    decision: null,
    deciders: [],
    appeal: null,
    rectification: 'none',
    evidence: isReported ? event.evidence : [],
    because: [event.seq],
  }
}

/** A later fact takes the place of an earlier one, and no fact takes a decision away. */
export function evolveFinding(before: Finding, event: FindingEvent): Finding {
  const finding: Finding = { ...before, because: [...before.because, event.seq] }
  switch (event.type) {
    case 'SuspicionRaised':
    case 'FindingReported':
      return finding
    case 'FindingNotified':
      return { ...finding, standing: isUntold(finding) ? 'notified' : finding.standing, replyBy: event.replyBy }
    case 'FindingAccepted':
      return { ...finding, reply: 'accepted' }
    case 'FindingContested':
      return { ...finding, reply: 'contested', evidence: [...finding.evidence, ...event.evidence] }
    case 'FindingSubstantiated': {
      const { clauseId, occurrences, occurredOn, reason, by } = event
      const decision: Decision = { clauseId, occurrences, occurredOn, points: null, reason, by }
      return { ...finding, standing: 'substantiated', deciders: withDecider(finding, by), decision }
    }
    case 'FindingDismissed':
      return { ...finding, standing: 'dismissed' }
    case 'AmountDecided':
      return revised(finding, event.by, { points: event.points, reason: event.reason })
    case 'DecisionCorrected':
      return revised(finding, event.by, {
        occurrences: event.occurrences,
        points: event.points,
        reason: event.reason,
        by: event.by,
      })
    case 'AppealFiled': {
      const appeal: Appeal = { appealId: event.appealId, grounds: event.grounds, outcome: 'pending' }
      return { ...finding, appeal, evidence: [...finding.evidence, ...event.evidence] }
    }
    case 'FindingUpheld':
      return revised({ ...finding, appeal: answered(finding, 'upheld') }, event.by, {})
    case 'FindingVaried':
      return revised({ ...finding, appeal: answered(finding, 'varied') }, event.by, {
        occurrences: event.occurrences,
        points: event.points,
        reason: event.reason,
        by: event.by,
      })
    case 'FindingReversed':
      return revised({ ...finding, standing: 'reversed', appeal: answered(finding, 'reversed') }, event.by, {})
    case 'RectificationPlanned':
      return { ...finding, rectification: 'planned' }
    case 'RectificationSubmitted':
      return { ...finding, rectification: 'submitted', evidence: [...finding.evidence, ...event.evidence] }
    case 'RectificationAccepted':
      return { ...finding, rectification: 'accepted' }
    case 'RectificationReturned':
      return { ...finding, rectification: 'returned' }
    default:
      return unreachable(event)
  }
}

function isUntold(finding: Finding): boolean {
  return finding.standing === 'suspected' || finding.standing === 'reported'
}

/** A change to a decision that was never taken changes nothing. */
function revised(finding: Finding, by: PersonId, change: Partial<Decision>): Finding {
  const decision = finding.decision && { ...finding.decision, ...change }
  return { ...finding, deciders: withDecider(finding, by), decision }
}

function withDecider(finding: Finding, by: PersonId): readonly PersonId[] {
  return finding.deciders.includes(by) ? finding.deciders : [...finding.deciders, by]
}

function answered(finding: Finding, outcome: Appeal['outcome']): Appeal | null {
  return finding.appeal && { ...finding.appeal, outcome }
}
