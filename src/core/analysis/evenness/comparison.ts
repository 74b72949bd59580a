import type { CenterId, ClauseId, PersonId } from '../../kernel/identifiers.ts'
import type { Points } from '../../kernel/points.ts'
import { isRare, type Chance } from './chance.ts'
import type { Pairs } from './stratum.ts'
import type { Rate } from './compare-rates.ts'
import type { DiscretionCase } from './discretion-cases.ts'
import { holdBack } from './hold-back.ts'
import type { CenterEffort } from './inspection-effort.ts'
import type { AssessorOutcomes } from './outcomes-by-assessor.ts'

/** One question that was put to the numbers, with what they say before any chance is reckoned. */
export type Comparison = AmountComparison | DriftComparison | OutcomeComparison | RateComparison | LookingComparison

/**
 * Amounts of one assessor, center or source against the others' under the same clauses. `against` is the other assessor where
 * there are only two.
 */
export type AmountComparison = Sides & Compared

export type Compared =
  | { readonly about: 'assessor'; readonly key: PersonId; readonly against: PersonId | null }
  | { readonly about: 'center'; readonly key: CenterId }
  | { readonly about: 'source'; readonly key: DiscretionCase['source'] }

/** Medians only within one clause: over several (null) they would compare prices, not people. */
export interface Sides {
  readonly clauseId: ClauseId | null
  readonly own: number
  readonly rest: number
  readonly medians: readonly [own: Points, rest: Points] | null
  readonly pairs: Pairs
}

/** Later amounts against earlier ones under the same clause. */
export interface DriftComparison {
  readonly about: 'drift'
  readonly clauseId: ClauseId | null
  readonly cases: number
  readonly pairs: Pairs
}

/** Substantiated or dismissed, by who decided. */
export interface OutcomeComparison {
  readonly about: 'outcome'
  readonly outcomes: readonly AssessorOutcomes[]
}

/** What is found a visit, at one center against the others. */
export interface RateComparison {
  readonly about: 'effort'
  readonly own: CenterEffort
  readonly rest: Rate
}

/** Whether centers that are visited more have more found; `higher`: more visits, more found. */
export interface LookingComparison {
  readonly about: 'looking'
  readonly centers: number
  readonly pairs: Pairs
}

/** `chance` for itself, `held` after all questions of its kind (`together` of them) are taken into account. */
export interface Tested {
  readonly chance: Chance
  readonly held: Chance
  readonly together: number
}

export interface Judged {
  readonly comparison: Comparison
  /** Null where there is too little to test. */
  readonly tested: Tested | null
  readonly verdict: Verdict
}

export type Verdict = 'too-few' | 'ordinary' | 'unusual'

/** Cases on each side, and on both together, below which nothing is tested. */
export const LEAST_EACH = 3
export const LEAST_TOGETHER = 8

/** A comparison with its own chance; null where it is too small to be tested. */
export interface Reckoned {
  readonly comparison: Comparison
  readonly chance: Chance | null
}

/** Holm's correction within each kind of question. */
export function judge(reckoned: readonly Reckoned[]): Judged[] {
  const held = new Map<Reckoned, Tested>()
  for (const about of ['assessor', 'center', 'source', 'drift', 'outcome', 'effort', 'looking'] as const) {
    const family = reckoned.flatMap((one) =>
      one.comparison.about === about && one.chance !== null ? [{ one, chance: one.chance }] : [],
    )
    const after = holdBack(family.map(({ chance }) => chance))
    family.forEach(({ one, chance }, at) =>
      held.set(one, { chance, held: after[at] ?? chance, together: family.length }),
    )
  }
  return reckoned.map((one) => {
    const tested = held.get(one) ?? null
    const verdict = tested === null ? 'too-few' : isRare(tested.held) ? 'unusual' : 'ordinary'
    return { comparison: one.comparison, tested, verdict }
  })
}
