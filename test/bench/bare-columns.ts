import type { BonusId, CenterId, FindingId } from '../../src/core/kernel/identifiers.ts'
import type { Rational } from '../../src/core/kernel/rational.ts'
import type { Bonus, Finding } from '../../src/core/ledger/assessment-state.ts'
import type { CenterFacts } from '../../src/core/scoring/score-center.ts'
import type { BareTables } from './bare-tables.ts'

export const FATE = { counts: 0, dismissed: 1, reversed: 2, rejected: 3 } as const

/** One center as columns of whole numbers, findings first, then bonuses: the best that the loop could be given. */
export interface BareColumns {
  readonly centerId: CenterId
  readonly centerName: string
  readonly findingIds: readonly FindingId[]
  readonly bonusIds: readonly BonusId[]
  readonly because: readonly (readonly number[])[]
  readonly clause: Int32Array
  readonly occurrences: Int32Array
  /** Hundredths for one occurrence, where a person decides it. */
  readonly decided: Int32Array
  readonly fate: Uint8Array
  /** Hundredths; `UNMEASURED` where nothing is measured. */
  readonly measured: Int32Array
  /** 20210310 */
  readonly day: Int32Array
  /** -1 where it stands alone. */
  readonly event: Int32Array
  /** Places of findings charged once or of an event: the only ones that others matter to. */
  readonly special: Int32Array
}

export const UNMEASURED = -1

/** Throws on anything undecided: the loop is for what is settled. */
export function bareColumns(tables: BareTables, { centerId, centerName, findings, bonuses }: CenterFacts): BareColumns {
  const all = [...findings, ...bonuses]
  const events = new Map<string, number>()
  const event = all.map((one) => {
    const key = 'eventKey' in one ? one.eventKey : null
    if (key === null) return -1
    const known = events.get(key) ?? events.size
    events.set(key, known)
    return known
  })
  const clause = all.map((one) => tables.placeOf.get(decisionOf(one).clauseId) ?? -1)
  const fate = all.map(fateOf)
  return {
    centerId,
    centerName,
    findingIds: findings.map(({ findingId }) => findingId),
    bonusIds: bonuses.map(({ bonusId }) => bonusId),
    because: all.map(({ because }) => because),
    clause: Int32Array.from(clause),
    occurrences: Int32Array.from(all, (one) => decisionOf(one).occurrences),
    decided: Int32Array.from(all, (one) => decisionOf(one).points ?? UNMEASURED),
    fate: Uint8Array.from(fate),
    measured: Int32Array.from(all, ({ measured }) => (measured === null ? UNMEASURED : hundredthsOf(measured))),
    day: Int32Array.from(all, (one) => Number(decisionOf(one).occurredOn.replaceAll('-', ''))),
    event: Int32Array.from(event),
    special: Int32Array.from(
      [...all.keys()].filter(
        (at) => fate[at] === FATE.counts && (tables.once[clause[at] ?? 0] !== 0 || (event[at] ?? -1) >= 0),
      ),
    ),
  }
}

function fateOf(one: Finding | Bonus): number {
  switch (one.standing) {
    case 'substantiated':
    case 'approved':
      if ('appeal' in one && one.appeal?.outcome === 'pending') throw new Error(`${one.findingId} is under appeal`)
      return FATE.counts
    case 'dismissed':
      return FATE.dismissed
    case 'withdrawn':
      return FATE.dismissed
    case 'reversed':
      return FATE.reversed
    case 'rejected':
      return FATE.rejected
    case 'suspected':
    case 'reported':
    case 'notified':
    case 'proposed':
      throw new Error(`${'findingId' in one ? one.findingId : one.bonusId} is not decided`)
  }
}

function decisionOf(one: Finding | Bonus) {
  return 'findingId' in one ? (one.decision ?? { ...one, points: null }) : one
}

function hundredthsOf({ numerator, denominator }: Rational): number {
  const hundredths = (numerator * 100) / denominator
  if (!Number.isInteger(hundredths) || hundredths < 0) throw new Error(`${numerator}/${denominator} is no hundredth`)
  return hundredths
}
