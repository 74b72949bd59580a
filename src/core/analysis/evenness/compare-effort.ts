import { isRare } from './chance.ts'
import { compareOrder } from './compare-order.ts'
import { compareRates } from './compare-rates.ts'
import { LEAST_TOGETHER, type Reckoned } from './comparison.ts'
import { gathered } from './discretion-groups.ts'
import type { CenterEffort } from './inspection-effort.ts'
import { stratumOf } from './stratum.ts'

/**
 * Who looks more finds more: whether visits and findings go together over the centers, and each center's findings a visit against
 * the others'. Nothing where no visit without a finding is on record: visits are then only known by what they found.
 */
export function* compareEffort(efforts: readonly CenterEffort[], seed: number): Generator<Reckoned> {
  if (!isComparable(efforts)) return
  // A finding makes its day a visit: only what is logged whatever was found can tell whether looking goes with finding.
  const byLogged = [...gathered(efforts, ({ logged }) => logged)].sort(([one], [other]) => one - other)
  const { pairs, chance, least } = compareOrder(
    [stratumOf(byLogged.map(([, of]) => of.map(({ found }) => found)))],
    seed,
  )
  const isTestable = efforts.length >= LEAST_TOGETHER && isRare(least)
  // Where every center was looked at equally often there is nothing to compare.
  if (byLogged.length > 1)
    yield { comparison: { about: 'looking', centers: efforts.length, pairs }, chance: isTestable ? chance : null }
  const all = efforts.reduce((sum, { found, visits }) => ({ found: sum.found + found, visits: sum.visits + visits }), {
    found: 0,
    visits: 0,
  })
  for (const own of efforts) {
    const rest = { found: all.found - own.found, visits: all.visits - own.visits }
    if (own.visits === 0 || rest.visits === 0 || all.found < LEAST_TOGETHER) continue
    yield { comparison: { about: 'effort', own, rest }, chance: compareRates(own, rest) }
  }
}

/** Whether the ledger tells of what was looked at without anything to record. */
export function isComparable(efforts: readonly CenterEffort[]): boolean {
  return efforts.length > 1 && efforts.some(({ logged }) => logged > 0)
}
