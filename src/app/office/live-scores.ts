import type { BonusId, CenterId, FindingId } from '../../core/kernel/identifiers.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { scoreCenter, settledTotal, type CenterFacts } from '../../core/scoring/score-center.ts'
import type { ScoreSheet, SignedPoints } from '../../core/scoring/score-sheet.ts'
import { compilePlan, type ScoringPlan } from '../../core/scoring/scoring-plan.ts'

/** Sheets at the head of the ledger, each computed when it is asked for and kept until something about it changes. */
export interface LiveScores {
  /** `null` for a center that is not enrolled. */
  readonly sheet: (centerId: CenterId) => ScoreSheet | null
  /** In the order in which the centers were enrolled. */
  readonly sheets: () => readonly ScoreSheet[]
  /** As it would be under another plan, which is not kept; `null` for a center that is not enrolled. */
  readonly sheetUnder: (centerId: CenterId, plan: ScoringPlan) => ScoreSheet | null
  /** The sheet's score alone, computed each time: for histories, which ask for it once. */
  readonly settled: (centerId: CenterId) => SignedPoints | null
  /** With the answers given so far. */
  readonly plan: () => ScoringPlan
  /** The `seq` of the last event that can have moved the center's sheet. */
  readonly changedAt: (centerId: CenterId) => number
  readonly findingIds: (centerId: CenterId) => readonly FindingId[]
  readonly bonusIds: (centerId: CenterId) => readonly BonusId[]
}

interface CenterRecord {
  readonly findingIds: FindingId[]
  readonly bonusIds: BonusId[]
  changedAt: number
  sheet: { readonly at: number; readonly sheet: ScoreSheet } | null
}

/** `note` must be called after each event has been applied to `state`, which goes on changing in its owner's hands. */
export function liveScores(
  rubric: Rubric,
  state: AssessmentState,
): LiveScores & { readonly note: (event: LedgerEvent) => void } {
  const records = new Map<CenterId, CenterRecord>()
  let plan: ScoringPlan | null = null
  let commonAt = 0

  const recordOf = (centerId: CenterId): CenterRecord => {
    const known = records.get(centerId)
    if (known) return known
    const record: CenterRecord = { findingIds: [], bonusIds: [], changedAt: 0, sheet: null }
    records.set(centerId, record)
    return record
  }
  const changedAt = (centerId: CenterId) => Math.max(commonAt, records.get(centerId)?.changedAt ?? 0)
  const planNow = () => (plan ??= compilePlan(rubric, state.answers))

  const factsOf = (centerId: CenterId): CenterFacts | null => {
    const centerName = state.centers.get(centerId)
    if (centerName === undefined) return null
    const { findingIds, bonusIds } = recordOf(centerId)
    const findings = findingIds.flatMap((findingId) => state.findings.get(findingId) ?? [])
    const bonuses = bonusIds.flatMap((bonusId) => state.bonuses.get(bonusId) ?? [])
    return { centerId, centerName, findings, bonuses, isClosed: state.isClosed }
  }
  const sheetUnder = (centerId: CenterId, under: ScoringPlan): ScoreSheet | null => {
    const facts = factsOf(centerId)
    return facts === null ? null : scoreCenter(under, facts)
  }
  const sheet = (centerId: CenterId): ScoreSheet | null => {
    if (!state.centers.has(centerId)) return null
    const record = recordOf(centerId)
    const at = changedAt(centerId)
    if (record.sheet?.at === at) return record.sheet.sheet
    const fresh = sheetUnder(centerId, planNow())
    if (fresh !== null) record.sheet = { at, sheet: fresh }
    return fresh
  }

  return {
    sheet,
    sheetUnder,
    settled: (centerId) => {
      const facts = factsOf(centerId)
      return facts === null ? null : settledTotal(planNow(), facts)
    },
    sheets: () => [...state.centers.keys()].flatMap((centerId) => sheet(centerId) ?? []),
    plan: planNow,
    changedAt,
    findingIds: (centerId) => records.get(centerId)?.findingIds ?? [],
    bonusIds: (centerId) => records.get(centerId)?.bonusIds ?? [],
    note: (event) => {
      if (event.type === 'QuestionAnswered') plan = null
      if (event.type === 'QuestionAnswered' || event.type === 'PeriodClosed') commonAt = event.seq
      const centerId = centerOf(state, event)
      if (centerId === null) return
      const record = recordOf(centerId)
      record.changedAt = event.seq
      if (isFirst(state, event)) {
        if ('findingId' in event) record.findingIds.push(event.findingId)
        else if ('bonusId' in event) record.bonusIds.push(event.bonusId)
      }
    },
  }
}

/** The center that an event is about; null where it is about none, or about what nobody opened. */
export function centerOf(state: AssessmentState, event: LedgerEvent): CenterId | null {
  if ('centerId' in event) return event.centerId
  if ('findingId' in event) return state.findings.get(event.findingId)?.centerId ?? null
  if ('bonusId' in event) return state.bonuses.get(event.bonusId)?.centerId ?? null
  return null
}

/** Whether the event opened its finding or bonus. */
function isFirst(state: AssessmentState, event: LedgerEvent): boolean {
  const subject =
    'findingId' in event
      ? state.findings.get(event.findingId)
      : 'bonusId' in event
        ? state.bonuses.get(event.bonusId)
        : undefined
  return subject?.because.length === 1
}
