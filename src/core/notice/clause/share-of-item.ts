import { parsePoints, type Points } from '../../kernel/points.ts'
import { parseDecimal } from '../../kernel/rational.ts'
import type { Amount } from '../../rubric/amount.ts'

/** 得一半分: a share of the item's points, where they are known. */
export function shareOfItem(share: string, itemPoints: string | null): Amount {
  const [factor, full] = [parseDecimal(share), itemPoints === null ? null : parsePoints(itemPoints)]
  if (factor === null || full === null) return { kind: 'unspecified' }
  return { kind: 'fixed', points: Math.round((full * factor.numerator) / factor.denominator) as Points }
}
