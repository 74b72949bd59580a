import type { Suspicion } from '../../core/detection/detection.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { DetectionReport, RunReport } from '../ports/job-store.ts'
import type { Detected, Detecting } from './detect.ts'

/** One detection of a run, and what came of it. */
export interface Tried {
  readonly name: string
  readonly outcome: Outcome<Detected>
}

/** `events` are what the ledger learned, `before` the state that it stood at. */
export function runReport(
  { dataDigest, line }: Pick<Detecting, 'dataDigest' | 'line'>,
  before: AssessmentState,
  tried: readonly Tried[],
  events: readonly LedgerEvent[],
  late: readonly Suspicion[],
): RunReport {
  const told = events.map((event) => ({ type: event.type, detection: detectionOf(event, before) }))
  const detections = tried.map(({ name, outcome }): DetectionReport => {
    const count = (type: LedgerEvent['type']) =>
      told.filter((one) => one.detection === name && one.type === type).length
    const own = {
      raised: count('SuspicionRaised'),
      amended: count('SuspicionAmended'),
      withdrawn: count('SuspicionWithdrawn'),
      flagged: count('FindingFlagged'),
    }
    if (!outcome.ok)
      return { name, hasRun: false, suspicions: 0, ...own, unchanged: 0, message: outcome.refusal.message }
    const suspicions = outcome.value.found.length
    const lateHere = late.filter(({ detection }) => detection === name).length
    const unchanged = Math.max(suspicions - own.raised - own.amended - own.flagged - lateHere, 0)
    const notes = [outcome.value.note, lateHere === 0 ? null : `周期已结束，有 ${lateHere} 个新疑点没有登记`]
    const message = notes.filter((one) => one !== null).join('；')
    return { name, hasRun: true, suspicions, ...own, unchanged, message: message === '' ? null : message }
  })
  return { dataDigest, calendarVersion: line.version, detections }
}

function detectionOf(event: LedgerEvent, { findings }: AssessmentState): string | null {
  if (event.type === 'SuspicionRaised') return event.detection
  return 'findingId' in event ? (findings.get(event.findingId)?.detection ?? null) : null
}
