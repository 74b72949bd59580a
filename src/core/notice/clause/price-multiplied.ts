import type { Points } from '../../kernel/points.ts'
import { parseDecimal } from '../../kernel/rational.ts'
import type { Amount } from '../../rubric/amount.ts'
import type { ClauseDraft } from './clause-draft.ts'
import type { Counting } from './counting.ts'
import type { Priced } from './priced.ts'
import { referenceIn } from './reference.ts'

/** 加倍扣分 of the price before it, in points, with that price's unit; unspecified where none stands before. */
export function priceMultiplied(
  times: string,
  direction: Priced['direction'] | null,
  earlier: readonly ClauseDraft[],
  wording: string,
  counting: Counting,
): Priced {
  const at = earlier.findLastIndex(({ amount: { kind } }) => kind === 'fixed' || kind === 'range' || kind === 'ordered')
  const base = earlier[at]
  const factor = parseDecimal(times)
  if (!base || factor === null) {
    const reference = referenceIn(wording) ?? (/标准/.test(wording) ? wording : null)
    return {
      direction: direction ?? 'deduct',
      amount: factor === null ? { kind: 'unspecified' } : { kind: 'multiplied', times: factor, of: null },
      marks: { lacksAmount: reference === null, reference },
    }
  }
  const scale = (points: Points) => Math.round((points * factor.numerator) / factor.denominator) as Points
  const amount: Amount =
    base.amount.kind === 'range'
      ? { kind: 'range', min: scale(base.amount.min), max: scale(base.amount.max) }
      : base.amount.kind === 'fixed'
        ? { kind: 'fixed', points: scale(base.amount.points) }
        : base.amount.kind === 'ordered'
          ? { ...base.amount, points: base.amount.points.map(scale) }
          : { kind: 'unspecified' }
  const isSame = times === '1'
  return {
    direction: isSame && direction ? direction : base.direction,
    amount,
    marks: {},
    multiplies: at,
    per: isSame ? counting.per : base.per,
  }
}
