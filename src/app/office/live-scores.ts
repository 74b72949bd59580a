import type { BonusId, CenterId, FindingId } from '../../core/kernel/identifiers.ts'
import type { AssessmentState, Bonus, Finding } from '../../core/ledger/assessment-state.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { runningTotal, type RunningTotal } from '../../core/scoring/running-total.ts'
import { scoreCenter, type CenterFacts } from '../../core/scoring/score-center.ts'
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
  /** As it would be with one of its findings or bonuses otherwise, which is not kept. */
  readonly sheetWith: (changed: Finding | Bonus) => ScoreSheet | null
  /** The sheet's score alone, without the sheet and what is open in it. */
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
  /** Under the plan as it stands; null until it is asked for. */
  running: RunningTotal | null
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
    const record: CenterRecord = { findingIds: [], bonusIds: [], changedAt: 0, sheet: null, running: null }
    records.set(centerId, record)
    return record
  }
  const changedAt = (centerId: CenterId) => Math.max(commonAt, records.get(centerId)?.changedAt ?? 0)
  const planNow = () => (plan ??= compilePlan(rubric, state.answers))

  const casesOf = ({ findingIds, bonusIds }: CenterRecord) => ({
    findings: findingIds.flatMap((findingId) => state.findings.get(findingId) ?? []),
    bonuses: bonusIds.flatMap((bonusId) => state.bonuses.get(bonusId) ?? []),
  })
  const runningOf = (record: CenterRecord): RunningTotal => {
    if (record.running !== null) return record.running
    const running = runningTotal(planNow())
    const { findings, bonuses } = casesOf(record)
    for (const finding of findings) running.putFinding(finding)
    for (const bonus of bonuses) running.putBonus(bonus)
    record.running = running
    return running
  }
  const factsOf = (centerId: CenterId): CenterFacts | null => {
    const centerName = state.centers.get(centerId)
    if (centerName === undefined) return null
    return { centerId, centerName, ...casesOf(recordOf(centerId)), isClosed: state.isClosed }
  }
  const sheetUnder = (centerId: CenterId, under: ScoringPlan): ScoreSheet | null => {
    const facts = factsOf(centerId)
    return facts === null ? null : scoreCenter(under, facts)
  }
  const sheetWith = (changed: Finding | Bonus): ScoreSheet | null => {
    const facts = factsOf(changed.centerId)
    return facts === null ? null : scoreCenter(planNow(), withCase(facts, changed))
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
    sheetWith,
    settled: (centerId) => {
      if (!state.centers.has(centerId)) return null
      const record = recordOf(centerId)
      const kept = record.sheet?.at === changedAt(centerId) ? record.sheet.sheet : null
      return kept?.score ?? runningOf(record).total(state.isClosed)
    },
    sheets: () => [...state.centers.keys()].flatMap((centerId) => sheet(centerId) ?? []),
    plan: planNow,
    changedAt,
    findingIds: (centerId) => records.get(centerId)?.findingIds ?? [],
    bonusIds: (centerId) => records.get(centerId)?.bonusIds ?? [],
    note: (event) => {
      if (event.type === 'QuestionAnswered') {
        plan = null
        for (const record of records.values()) record.running = null
      }
      if (event.type === 'QuestionAnswered' || event.type === 'PeriodClosed') commonAt = event.seq
      const centerId = centerOf(state, event)
      if (centerId === null) return
      const record = recordOf(centerId)
      record.changedAt = event.seq
      if ('findingId' in event) {
        const finding = state.findings.get(event.findingId)
        if (finding === undefined) return
        if (finding.because.length === 1) record.findingIds.push(finding.findingId)
        record.running?.putFinding(finding)
      } else if ('bonusId' in event) {
        const bonus = state.bonuses.get(event.bonusId)
        if (bonus === undefined) return
        if (bonus.because.length === 1) record.bonusIds.push(bonus.bonusId)
        record.running?.putBonus(bonus)
      }
    },
  }
}

function withCase(facts: CenterFacts, changed: Finding | Bonus): CenterFacts {
  return 'findingId' in changed
    ? { ...facts, findings: facts.findings.map((one) => (one.findingId === changed.findingId ? changed : one)) }
    : { ...facts, bonuses: facts.bonuses.map((one) => (one.bonusId === changed.bonusId ? changed : one)) }
}

/** The center that an event is about; null where it is about none, or about what nobody opened. */
export function centerOf(state: AssessmentState, event: LedgerEvent): CenterId | null {
  if ('centerId' in event) return event.centerId
  if ('findingId' in event) return state.findings.get(event.findingId)?.centerId ?? null
  if ('bonusId' in event) return state.bonuses.get(event.bonusId)?.centerId ?? null
  return null
}
