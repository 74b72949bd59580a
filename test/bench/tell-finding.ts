import type { Particulars } from '../../src/app/example-year/clause-particulars.ts'
import type { Random } from '../../src/core/kernel/random.ts'
import { id, type AppealId, type CenterId, type EventKey, type FindingId } from '../../src/core/kernel/identifiers.ts'
import type { Points } from '../../src/core/kernel/points.ts'
import type { Stamp } from '../../src/core/ledger/ledger-command.ts'
import type { LedgerFact } from '../../src/core/ledger/ledger-event.ts'
import type { Clause } from '../../src/core/rubric/clause.ts'
import { dayAt, stampAt } from './bench-days.ts'

/** An event that has no number yet. */
export type Told = LedgerFact & Stamp

export interface BenchFinding {
  readonly findingId: FindingId
  readonly centerId: CenterId
  readonly clause: Clause
  /** The day, counted from the first of the period. */
  readonly occurred: number
  readonly eventKey: EventKey | null
  readonly occurrences: number
  readonly particulars: Particulars
  readonly amount: Points | null
}

/** The life of one finding, always to its end: of a hundred, four are dismissed and five appealed against. */
export function tellFinding(random: Random, finding: BenchFinding): Told[] {
  const { findingId, centerId, clause, occurred, eventKey, occurrences, particulars, amount } = finding
  const occurredOn = dayAt(occurred)
  const about = { findingId, centerId, clauseId: clause.id, occurrences, occurredOn, eventKey, ...particulars }
  const description = `${occurredOn}巡查${centerId}：${clause.quote}`
  const replyBy = {
    lastDay: dayAt(occurred + 9),
    workingDays: 5,
    countedFrom: dayAt(occurred + 2),
    calendarVersion: '',
  }
  const told: Told[] = [
    { type: 'FindingReported', ...stampAt(occurred + 1), ...about, description, source: 'inspection', evidence: [] },
    { type: 'FindingNotified', ...stampAt(occurred + 2), findingId, replyBy },
  ]
  if (random.chance(60)) told.push({ type: 'FindingAccepted', ...stampAt(occurred + 5), findingId, statement: '属实' })
  if (eventKey === null && random.chance(4))
    return [...told, { type: 'FindingDismissed', ...stampAt(occurred + 10), findingId, reason: '查无实据' }]
  const decided = { findingId, clauseId: clause.id, occurrences, occurredOn, reason: '查实' }
  told.push({ type: 'FindingSubstantiated', ...stampAt(occurred + 10), ...decided })
  if (amount !== null) {
    const decision = { findingId, points: amount, reason: '情节较轻', precedents: [] }
    told.push({ type: 'AmountDecided', ...stampAt(occurred + 12), ...decision })
  }
  if (random.chance(30)) told.push(...tellRectification(finding))
  if (eventKey === null && random.chance(5)) told.push(...tellAppeal(random, finding))
  return told
}

function tellRectification({ findingId, occurred }: BenchFinding): Told[] {
  const dueBy = {
    lastDay: dayAt(occurred + 40),
    workingDays: 15,
    countedFrom: dayAt(occurred + 13),
    calendarVersion: '',
  }
  return [
    { type: 'RectificationPlanned', ...stampAt(occurred + 13), findingId, measures: '立即整改', dueBy },
    { type: 'RectificationSubmitted', ...stampAt(occurred + 20), findingId, statement: '已经整改', evidence: [] },
    { type: 'RectificationAccepted', ...stampAt(occurred + 25), findingId },
  ]
}

function tellAppeal(random: Random, { findingId, occurred, occurrences, amount }: BenchFinding): Told[] {
  const appealId = id<AppealId>(`${findingId}-A1`)
  const answer = { appealId, findingId, reason: '复核' }
  const filed: Told = { type: 'AppealFiled', ...stampAt(occurred + 15), appealId, findingId, grounds: '', evidence: [] }
  const stamp = stampAt(occurred + 30)
  const outcome = random.pick(['FindingUpheld', 'FindingVaried', 'FindingReversed'] as const)
  if (outcome === 'FindingVaried') return [filed, { type: outcome, ...stamp, ...answer, occurrences, points: amount }]
  return [filed, { type: outcome, ...stamp, ...answer }]
}
