import { randomFrom, type Random } from '../../src/core/kernel/random.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { replay } from '../../src/core/ledger/evolve.ts'
import type { CenterFacts } from '../../src/core/scoring/score-center.ts'
import { PERIOD, stampAt } from './bench-days.ts'
import { centerEvents, type Happenings } from './center-events.ts'
import type { Told } from './tell-finding.ts'

/** One center as scoring receives it: findings evolved from their events. */
export function benchCenter(happenings: Happenings, random: Random, name: string, findings: number): CenterFacts {
  const centerId = id<CenterId>(name)
  const state = replay(numbered(centerEvents(happenings, random, centerId, findings)))
  return {
    centerId,
    centerName: name,
    findings: [...state.findings.values()],
    bonuses: [...state.bonuses.values()],
    isClosed: true,
  }
}

/** A closed year of at least so many events, in order of time, its centers mixed. */
export function benchLedger(happenings: Happenings, events: number, findings: number, seed = 1): LedgerEvent[] {
  return ledgerUntil(happenings, findings, seed, (told, opening) => told + opening + 1 >= events)
}

/** The same of so many centers. */
export function benchLedgerOf(happenings: Happenings, centers: number, findings: number, seed = 1): LedgerEvent[] {
  return ledgerUntil(happenings, findings, seed, (_told, opening) => opening > centers)
}

function ledgerUntil(
  happenings: Happenings,
  findings: number,
  seed: number,
  isEnough: (told: number, opening: number) => boolean,
): LedgerEvent[] {
  const random = randomFrom(seed)
  const told: Told[] = []
  const opening: Told[] = [
    {
      type: 'AssessmentOpened',
      ...stampAt(0),
      rubricId: happenings.rubric.id,
      periodFrom: PERIOD.from,
      periodTo: PERIOD.to,
    },
  ]
  while (!isEnough(told.length, opening.length)) {
    const centerId = id<CenterId>(`center-${opening.length}`)
    opening.push({ type: 'CenterEnrolled', ...stampAt(0), centerId, name: `第${opening.length}中心` })
    for (const one of centerEvents(happenings, random, centerId, findings)) told.push(one)
  }
  told.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
  const lastly = stampAt(Number.POSITIVE_INFINITY)
  return numbered([...opening, ...told, { type: 'PeriodClosed', ...lastly }])
}

function numbered(told: readonly Told[]): LedgerEvent[] {
  return told.map((one, at) => ({ seq: at + 1, ...one }))
}
