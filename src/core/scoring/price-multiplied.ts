import type { Points } from '../kernel/points.ts'
import { scaleDown } from '../kernel/rational.ts'
import type { Amount, MultipliedAmount } from '../rubric/amount.ts'

/**
 * 加倍扣分 as an amount of its own: a multiple of a fixed price or of a range is one again. Of anything else (or where
 * the base is not in the notice) the number is a person's to decide.
 */
export function multipliedAmount({ times }: MultipliedAmount, base: Amount | null): Amount {
  const multiple = (points: Points) => scaleDown(times, points) as Points
  if (base?.kind === 'fixed') return { kind: 'fixed', points: multiple(base.points) }
  if (base?.kind === 'range') return { kind: 'range', min: multiple(base.min), max: multiple(base.max) }
  return { kind: 'unspecified' }
}
