import type { PersonId } from '../kernel/identifiers.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Appeal, Decision, Finding, Flag } from './assessment-state.ts'
import { amendedFinding } from './amended-finding.ts'
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
    reportedBy: event.by,
    detection: isReported ? null : event.detection,
    records: isReported ? [] : event.records,
    basis: isReported ? null : event.basis,
    flags: [],
    standing: isReported ? 'reported' : 'suspected',
    reply: 'none',
    replyBy: null,
    dismissedBy: null,
    decision: null,
    deciders: [],
    appealBy: null,
    appeal: null,
    rectification: 'none',
    evidence: isReported ? event.evidence : [],
    because: [event.seq],
  }
}

/** A later fact takes the place of an earlier one, and no fact takes a decision away. */
export function evolveFinding(before: Finding, event: FindingEvent): Finding {
  switch (event.type) {
    case 'SuspicionRaised':
    case 'FindingReported':
      return changed(before, event, {})
    case 'SuspicionAmended':
      return changed(before, event, isUndecided(before) ? amendedFinding(before, event) : {})
    case 'SuspicionWithdrawn':
      return changed(before, event, isUndecided(before) ? { standing: 'withdrawn' } : {})
    case 'FindingFlagged': {
      const { occurrences, records, reason, recordedAt } = event
      const flag: Flag = { flaggedAt: recordedAt, occurrences, records, reason }
      return changed(before, event, { flags: [...before.flags, flag] })
    }
    case 'FindingNotified':
      return changed(before, event, {
        standing: isUntold(before) ? 'notified' : before.standing,
        replyBy: event.replyBy,
      })
    case 'FindingAccepted':
      return changed(before, event, { reply: 'accepted' })
    case 'FindingContested':
      return changed(before, event, { reply: 'contested', evidence: [...before.evidence, ...event.evidence] })
    case 'FindingSubstantiated': {
      const { clauseId, occurrences, occurredOn, reason, by } = event
      const decision: Decision = { clauseId, occurrences, occurredOn, points: null, reason, by }
      return changed(before, event, { standing: 'substantiated', deciders: withDecider(before, by), decision })
    }
    case 'FindingDismissed':
      return changed(before, event, { standing: 'dismissed', dismissedBy: event.by })
    case 'DecisionServed':
      return changed(before, event, { appealBy: event.appealBy })
    case 'AmountDecided':
      return changed(
        before,
        event,
        revised(before, event.by, { points: event.points, reason: event.reason, by: event.by }),
      )
    case 'DecisionCorrected':
    case 'FindingVaried': {
      const { occurrences, points, reason, by } = event
      const appeal = event.type === 'FindingVaried' ? answered(before, 'varied') : before.appeal
      // What was served is no longer what stands: the new decision is served anew, and its own days run.
      return changed(before, event, {
        ...revised(before, by, { occurrences, points, reason, by }),
        appeal,
        appealBy: null,
      })
    }
    case 'AppealFiled': {
      const appeal: Appeal = { appealId: event.appealId, grounds: event.grounds, outcome: 'pending' }
      return changed(before, event, { appeal, evidence: [...before.evidence, ...event.evidence] })
    }
    case 'FindingUpheld':
      return changed(before, event, { ...revised(before, event.by, {}), appeal: answered(before, 'upheld') })
    case 'FindingReversed':
      return changed(before, event, {
        ...revised(before, event.by, {}),
        standing: 'reversed',
        appeal: answered(before, 'reversed'),
      })
    case 'RectificationPlanned':
      return changed(before, event, { rectification: 'planned' })
    case 'RectificationSubmitted':
      return changed(before, event, { rectification: 'submitted', evidence: [...before.evidence, ...event.evidence] })
    case 'RectificationAccepted':
      return changed(before, event, { rectification: 'accepted' })
    case 'RectificationReturned':
      return changed(before, event, { rectification: 'returned' })
    default:
      return unreachable(event)
  }
}

/** Field by field, not `...before`: engines then keep all findings in one shape, which replay and scoring read faster. */
function changed(before: Finding, { seq }: FindingEvent, change: Partial<Finding>): Finding {
  return {
    findingId: before.findingId,
    centerId: before.centerId,
    clauseId: before.clauseId,
    occurrences: change.occurrences ?? before.occurrences,
    occurredOn: change.occurredOn ?? before.occurredOn,
    eventKey: change.eventKey === undefined ? before.eventKey : change.eventKey,
    measured: change.measured === undefined ? before.measured : change.measured,
    level: before.level,
    unmet: change.unmet === undefined ? before.unmet : change.unmet,
    description: change.description ?? before.description,
    source: before.source,
    reportedBy: before.reportedBy,
    detection: before.detection,
    records: change.records ?? before.records,
    basis: change.basis === undefined ? before.basis : change.basis,
    flags: change.flags ?? before.flags,
    standing: change.standing ?? before.standing,
    reply: change.reply ?? before.reply,
    replyBy: change.replyBy === undefined ? before.replyBy : change.replyBy,
    dismissedBy: change.dismissedBy ?? before.dismissedBy,
    decision: change.decision ?? before.decision,
    deciders: change.deciders ?? before.deciders,
    appealBy: change.appealBy === undefined ? before.appealBy : change.appealBy,
    appeal: change.appeal ?? before.appeal,
    rectification: change.rectification ?? before.rectification,
    evidence: change.evidence ?? before.evidence,
    because: [...before.because, seq],
  }
}

function isUndecided({ standing }: Finding): boolean {
  return standing === 'suspected' || standing === 'reported' || standing === 'notified' || standing === 'withdrawn'
}

function isUntold(finding: Finding): boolean {
  return finding.standing === 'suspected' || finding.standing === 'reported'
}

/** A change to a decision that was never taken changes nothing. */
function revised(finding: Finding, by: PersonId, change: Partial<Decision>): Pick<Finding, 'deciders' | 'decision'> {
  const { decision } = finding
  return {
    deciders: withDecider(finding, by),
    decision: decision && {
      clauseId: decision.clauseId,
      occurrences: change.occurrences ?? decision.occurrences,
      occurredOn: decision.occurredOn,
      points: change.points === undefined ? decision.points : change.points,
      reason: change.reason ?? decision.reason,
      by: change.by ?? decision.by,
    },
  }
}

function withDecider(finding: Finding, by: PersonId): readonly PersonId[] {
  return finding.deciders.includes(by) ? finding.deciders : [...finding.deciders, by]
}

function answered(finding: Finding, outcome: Appeal['outcome']): Appeal | null {
  return finding.appeal && { ...finding.appeal, outcome }
}
