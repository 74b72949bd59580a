import { scaleDown } from '../../core/kernel/rational.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { criterionOf, findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'

/** About what one occurrence costs, in hundredths: only to keep an example year plausible, never to score it. */
export function roughCost(rubric: Rubric, clause: Clause): number {
  if (clause.direction === 'veto') return Infinity
  if (clause.direction === 'earn' || clause.direction === 'bonus') return 0
  if (clause.direction === 'zero') return pointsAround(rubric, clause)
  const { amount } = clause
  switch (amount.kind) {
    case 'fixed':
      return amount.points
    case 'range':
      return Math.round((2 * amount.min + amount.max) / 3)
    case 'linear':
      return 2 * amount.points
    case 'ordered':
      return Math.min(...amount.points)
    case 'multiplied': {
      const base = amount.of && findClause(rubric, amount.of)
      // A base that is itself a multiple is not followed: two that name each other would never end.
      if (!base || base.amount.kind === 'multiplied') return UNKNOWN
      return scaleDown(amount.times, Math.round(roughCost(rubric, base)))
    }
    case 'unspecified':
      return UNKNOWN
    case 'tiers':
    case 'ratio':
    case 'full':
      return pointsAround(rubric, clause)
  }
}

/** The points that there are to lose: of the sections that have any, as printed. */
export function pointsAtStake({ sections, statedTotal }: Rubric): number {
  const sum = sections.reduce((total, { maxPoints }) => total + (maxPoints ?? 0), 0)
  return sum || (statedTotal ?? 10_000)
}

const UNKNOWN = 100

function pointsAround(rubric: Rubric, clause: Clause): number {
  const criterion = criterionOf(rubric, clause)
  const section = rubric.sections.find(({ criteria }) => criteria.some(({ id }) => id === criterion?.id))
  return criterion?.maxPoints ?? section?.maxPoints ?? 5 * UNKNOWN
}
