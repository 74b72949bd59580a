import { compareShares } from './compare-shares.ts'
import { LEAST_EACH, LEAST_TOGETHER, type Reckoned } from './comparison.ts'
import type { AssessorOutcomes } from './outcomes-by-assessor.ts'

/** Whether who decides has to do with whether something is substantiated; nothing where one assessor decides all. */
export function* compareOutcomes(outcomes: readonly AssessorOutcomes[], seed: number): Generator<Reckoned> {
  if (outcomes.length < 2) return
  const shares = outcomes.map(({ substantiated, dismissed }) => ({
    some: substantiated,
    all: substantiated + dismissed,
  }))
  const all = shares.reduce((sum, share) => sum + share.all, 0)
  const some = shares.reduce((sum, share) => sum + share.some, 0)
  const isTestable = all >= LEAST_TOGETHER && some > 0 && some < all && shares.every((share) => share.all >= LEAST_EACH)
  yield { comparison: { about: 'outcome', outcomes }, chance: isTestable ? compareShares(shares, seed) : null }
}
