import type { ClauseId } from '../../kernel/identifiers.ts'
import { isRare } from './chance.ts'
import { compareOrder } from './compare-order.ts'
import { LEAST_TOGETHER, type Reckoned } from './comparison.ts'
import type { DiscretionCase } from './discretion-cases.ts'
import { gathered } from './discretion-groups.ts'
import { pairsIn, stratumOf, type Stratum } from './stratum.ts'

/** Whether later cases cost more or less: under all clauses together, and under each that has enough. One comparison a step. */
export function* compareDrift(cases: readonly DiscretionCase[], seed: number): Generator<Reckoned> {
  const byClause = [...gathered(cases, ({ clauseId }) => clauseId)]
  const comparable = byClause.filter(([, of]) => new Set(of.map(({ occurredOn }) => occurredOn)).size > 1)
  const [only] = comparable
  if (only === undefined) return
  // Under a single clause all together would be the same question asked twice.
  if (comparable.length === 1) {
    yield reckon([only[1]], only[0], seed)
    return
  }
  yield reckon(
    comparable.map(([, of]) => of),
    null,
    seed,
  )
  for (const [clauseId, of] of comparable) {
    const reckoned = reckon([of], clauseId, seed)
    if (reckoned.chance !== null) yield reckoned
  }
}

function reckon(strata: readonly (readonly DiscretionCase[])[], clauseId: ClauseId | null, seed: number): Reckoned {
  const cases = strata.reduce((sum, { length }) => sum + length, 0)
  const days = strata.map(dayByDay)
  const { chance, least } = cases >= LEAST_TOGETHER ? compareOrder(days, seed) : { chance: null, least: null }
  const isTestable = least !== null && isRare(least)
  return { comparison: { about: 'drift', clauseId, cases, pairs: pairsIn(days) }, chance: isTestable ? chance : null }
}

/** By the day on which it happened: when it was decided is a matter of the office's pace. */
function dayByDay(cases: readonly DiscretionCase[]): Stratum {
  const days = [...gathered(cases, ({ occurredOn }) => occurredOn)].sort(([one], [other]) => (one < other ? -1 : 1))
  return stratumOf(days.map(([, of]) => of.map(({ points }) => points)))
}
