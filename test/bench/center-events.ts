import { particularsOf, type Particulars } from '../../src/app/example-year/clause-particulars.ts'
import { pairsOf } from '../../src/app/example-year/event-pairs.ts'
import { breachClauses } from '../../src/app/example-year/breach-clauses.ts'
import type { Random } from '../../src/core/kernel/random.ts'
import { someAmount } from '../../src/app/example-year/some-amount.ts'
import { id, type BonusId, type CenterId, type EventKey, type FindingId } from '../../src/core/kernel/identifiers.ts'
import { checkBonusClause } from '../../src/core/ledger/check-clause.ts'
import type { Clause } from '../../src/core/rubric/clause.ts'
import { allClauses, findClause } from '../../src/core/rubric/find-clause.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { LAST_DAY, dayAt, stampAt } from './bench-days.ts'
import { tellFinding, type Told } from './tell-finding.ts'

/** What a notice lets happen, sorted once for any number of centers. */
export interface Happenings {
  readonly rubric: Rubric
  readonly perUnit: readonly Clause[]
  readonly perPeriod: readonly Clause[]
  readonly pairs: readonly (readonly Clause[])[]
  readonly bonuses: readonly Clause[]
}

export function happeningsUnder(rubric: Rubric): Happenings {
  const breaches = breachClauses(rubric)
  return {
    rubric,
    perUnit: breaches.filter(({ per }) => per.length > 0),
    perPeriod: breaches.filter(({ per }) => per.length === 0),
    pairs: pairsOf(rubric).map(({ members }) =>
      members.flatMap(({ clauseId }) => findClause(rubric, clauseId) ?? []).filter((one) => breaches.includes(one)),
    ),
    bonuses: allClauses(rubric).filter((clause) => checkBonusClause(rubric, clause.id) === null),
  }
}

/**
 * A center with so many findings, all decided: each pair of clauses that one event can fall under once, six in a
 * hundred under prices charged once a period, the rest under prices with a unit; and three bonuses.
 */
export function centerEvents(happenings: Happenings, random: Random, centerId: CenterId, count: number): Told[] {
  const paired = happenings.pairs.flatMap((members, at) => {
    const occurred = random.below(LAST_DAY)
    return members.map((clause) => ({ clause, occurred, eventKey: id<EventKey>(`${centerId}-E${at}`) }))
  })
  const single = Array.from({ length: Math.max(0, count - paired.length) }, () => ({
    clause: random.pick(random.chance(6) ? happenings.perPeriod : happenings.perUnit),
    occurred: random.below(LAST_DAY),
    eventKey: null,
  }))
  return [
    ...[...paired, ...single].flatMap(({ clause, occurred, eventKey }, at) =>
      tellFinding(random, {
        findingId: id<FindingId>(`${centerId}-F${String(at).padStart(5, '0')}`),
        centerId,
        clause,
        occurred,
        eventKey,
        occurrences: clause.per.length > 0 && eventKey === null && random.chance(20) ? 2 : 1,
        particulars: someParticulars(clause, random),
        amount: someAmount(happenings.rubric, clause, random),
      }),
    ),
    ...[0, 1, 2].flatMap((at) => tellBonus(happenings, random, centerId, at)),
  ]
}

/** One in ten is measured at the very threshold, which may not be reached then. */
function someParticulars(clause: Clause, random: Random): Particulars {
  const particulars = particularsOf(clause, random)
  const threshold = clause.conditions.find(({ kind }) => kind === 'threshold')
  return threshold?.kind === 'threshold' && random.chance(10)
    ? { ...particulars, measured: threshold.value }
    : particulars
}

function tellBonus({ rubric, bonuses }: Happenings, random: Random, centerId: CenterId, at: number): Told[] {
  const clause = random.pick(bonuses)
  const bonusId = id<BonusId>(`${centerId}-B${at}`)
  const occurred = random.below(LAST_DAY)
  const { measured, level } = particularsOf(clause, random)
  const about = { bonusId, centerId, clauseId: clause.id, occurrences: 1, occurredOn: dayAt(occurred) }
  const points = someAmount(rubric, clause, random)
  return [
    { type: 'BonusProposed', ...stampAt(occurred + 3), ...about, measured, level, description: '', evidence: [] },
    at === 2
      ? { type: 'BonusRejected', ...stampAt(occurred + 9), bonusId, reason: '材料不足' }
      : { type: 'BonusApproved', ...stampAt(occurred + 9), bonusId, occurrences: 1, points, reason: '属实' },
  ]
}
