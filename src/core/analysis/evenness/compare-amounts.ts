import type { ClauseId, PersonId } from '../../kernel/identifiers.ts'
import { isRare } from './chance.ts'
import { compareOrder, type OrderComparison } from './compare-order.ts'
import { LEAST_EACH, LEAST_TOGETHER, type AmountComparison, type Compared, type Reckoned } from './comparison.ts'
import type { DiscretionCase } from './discretion-cases.ts'
import { gathered, spreadOf } from './discretion-groups.ts'
import { pairsIn, stratumOf, sumOf, type Stratum } from './stratum.ts'

/**
 * Amounts by assessor (over all clauses, and under each clause that has enough), by source and by center. Only cases of one clause
 * are compared with each other. `people`: in whose order they are told. One comparison a step, so that others can be served in between.
 */
export function* compareAmounts(
  cases: readonly DiscretionCase[],
  people: readonly PersonId[],
  seed: number,
): Generator<Reckoned> {
  const byClause = [...gathered(cases, ({ clauseId }) => clauseId)]
  const comparable = byClause.filter(([, of]) => new Set(of.map(({ by }) => by)).size > 1)
  const [only] = comparable
  // Under a single clause all together would be the same question asked twice.
  if (comparable.length === 1 && only !== undefined) yield* byAssessor(only[1], people, only[0], seed)
  else {
    yield* byAssessor(cases, people, null, seed)
    for (const [clauseId, of] of comparable)
      for (const one of byAssessor(of, people, clauseId, seed)) if (one.chance !== null) yield one
  }
  yield* againstOthers(
    cases,
    ({ source }) => source,
    (key) => ({ about: 'source', key }),
    seed,
  )
  yield* againstOthers(
    cases,
    ({ centerId }) => centerId,
    (key) => ({ about: 'center', key }),
    seed,
  )
}

/** Of two assessors one comparison says all; of more, each is held against the others. */
function* byAssessor(
  cases: readonly DiscretionCase[],
  order: readonly PersonId[],
  clauseId: ClauseId | null,
  seed: number,
): Generator<Reckoned> {
  const deciders = gathered(cases, ({ by }) => by)
  const known = [...deciders.keys()].flatMap((by) => by ?? [])
  const people = [...new Set([...order, ...known])].filter((by) => deciders.has(by))
  if (people.length < 2) return
  const [, second = null] = people
  const counted = countedClauses(cases)
  for (const key of people.length === 2 ? people.slice(0, 1) : people) {
    const named: Compared = { about: 'assessor', key, against: people.length === 2 ? second : null }
    const reckoned = reckon(counted, named, deciders.get(key) ?? [], seed)
    yield clauseId === null ? reckoned : within(reckoned, clauseId, cases, key)
  }
}

/** Each source and each center that has enough, against all others. */
function* againstOthers<Key extends string>(
  cases: readonly DiscretionCase[],
  keyOf: (one: DiscretionCase) => Key,
  nameOf: (key: Key) => Compared,
  seed: number,
): Generator<Reckoned> {
  const groups = gathered(cases, keyOf)
  if (groups.size < 2) return
  const counted = countedClauses(cases)
  for (const [key, own] of groups) {
    if (own.length < LEAST_EACH) continue
    const reckoned = reckon(counted, nameOf(key), own, seed)
    if (reckoned.chance !== null) yield reckoned
  }
}

/** Amounts of a clause counted once, since every center is held against them. */
function countedClauses(cases: readonly DiscretionCase[]): ReadonlyMap<ClauseId, Stratum> {
  return new Map([...gathered(cases, clauseOf)].map(([clauseId, of]) => [clauseId, stratumOf([of.map(amountOf)])]))
}

/** Only clauses under which both sides have a case say anything. */
function reckon(
  counted: ReadonlyMap<ClauseId, Stratum>,
  named: Compared,
  mine: readonly DiscretionCase[],
  seed: number,
): Reckoned & { readonly comparison: AmountComparison } {
  const strata = [...gathered(mine, clauseOf)].flatMap(([clauseId, of]): Stratum[] => {
    const {
      amounts,
      groups: [all = []],
    } = counted.get(clauseId) ?? { amounts: [], groups: [] }
    const own = amounts.map(() => 0)
    for (const { points } of of) {
      const at = amounts.indexOf(points)
      own[at] = (own[at] ?? 0) + 1
    }
    const rest = all.map((count, at) => count - (own[at] ?? 0))
    return sumOf(rest) === 0 ? [] : [{ amounts, groups: [rest, own] }]
  })
  const sizes = strata.map(({ groups }) => groups.map(sumOf))
  const [rest, own] = [0, 1].map((side) => sizes.reduce((sum, size) => sum + (size[side] ?? 0), 0))
  const sides = { own: own ?? 0, rest: rest ?? 0 }
  const isEnough = sides.own >= LEAST_EACH && sides.rest >= LEAST_EACH && sides.own + sides.rest >= LEAST_TOGETHER
  const { pairs, chance } = isEnough ? compared(strata, seed) : { pairs: pairsIn(strata), chance: null }
  return { comparison: { ...named, clauseId: null, ...sides, medians: null, pairs }, chance }
}

/** With the medians of both sides, which within one clause are comparable. */
function within(
  { comparison, chance }: Reckoned & { readonly comparison: AmountComparison },
  clauseId: ClauseId,
  cases: readonly DiscretionCase[],
  key: PersonId,
): Reckoned {
  const [own, rest] = [cases.filter(({ by }) => by === key), cases.filter(({ by }) => by !== key)]
  return { comparison: { ...comparison, clauseId, medians: [spreadOf(own).median, spreadOf(rest).median] }, chance }
}

function compared(strata: readonly Stratum[], seed: number): Pick<OrderComparison, 'pairs'> & Pick<Reckoned, 'chance'> {
  const { pairs, chance, least } = compareOrder(strata, seed)
  return { pairs, chance: isRare(least) ? chance : null }
}

function clauseOf({ clauseId }: DiscretionCase): ClauseId {
  return clauseId
}

function amountOf({ points }: DiscretionCase): number {
  return points
}
