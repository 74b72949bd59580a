import type { ClauseId, PersonId } from '../../kernel/identifiers.ts'
import { isRare } from './chance.ts'
import { compareOrder, pairsIn, type OrderComparison, type Stratum } from './compare-order.ts'
import { LEAST_EACH, LEAST_TOGETHER, type Compared, type Reckoned } from './comparison.ts'
import type { DiscretionCase } from './discretion-cases.ts'
import { gathered, spreadOf } from './discretion-groups.ts'

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
  const deciders = new Set(cases.flatMap(({ by }) => by ?? []))
  const people = [...new Set([...order, ...deciders])].filter((by) => deciders.has(by))
  if (people.length < 2) return
  const [, second = null] = people
  for (const key of people.length === 2 ? people.slice(0, 1) : people) {
    const named: Compared = { about: 'assessor', key, against: people.length === 2 ? second : null }
    yield reckon(cases, clauseId, named, ({ by }) => by === key, seed)
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
  for (const [key, { length }] of groups) {
    if (length < LEAST_EACH) continue
    const reckoned = reckon(cases, null, nameOf(key), (one) => keyOf(one) === key, seed)
    if (reckoned.chance !== null) yield reckoned
  }
}

function reckon(
  cases: readonly DiscretionCase[],
  clauseId: ClauseId | null,
  named: Compared,
  isOwn: (one: DiscretionCase) => boolean,
  seed: number,
): Reckoned {
  const sides = [...gathered(cases, (one) => one.clauseId).values()]
    .map((of) => ({ own: of.filter(isOwn), rest: of.filter((one) => !isOwn(one)) }))
    .filter(({ own, rest }) => own.length > 0 && rest.length > 0)
  const [own, rest] = [sides.flatMap((side) => side.own), sides.flatMap((side) => side.rest)]
  const isEnough = own.length >= LEAST_EACH && rest.length >= LEAST_EACH && own.length + rest.length >= LEAST_TOGETHER
  const strata = sides.map((side): Stratum => [side.rest.map(amountOf), side.own.map(amountOf)])
  const { pairs, chance } = isEnough ? compared(strata, seed) : { pairs: pairsIn(strata), chance: null }
  const medians = clauseId === null ? null : ([spreadOf(own).median, spreadOf(rest).median] as const)
  return { comparison: { ...named, clauseId, own: own.length, rest: rest.length, medians, pairs }, chance }
}

function compared(strata: readonly Stratum[], seed: number): Pick<OrderComparison, 'pairs'> & Pick<Reckoned, 'chance'> {
  const { pairs, chance, least } = compareOrder(strata, seed)
  return { pairs, chance: isRare(least) ? chance : null }
}

function amountOf({ points }: DiscretionCase): number {
  return points
}
