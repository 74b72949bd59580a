import { hundredths, type Points } from '../../core/kernel/points.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { openPriceOf } from '../../core/rubric/clause-needs.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Random } from '../../core/kernel/random.ts'

/** What a person decides for one occurrence, in half points and mostly low; null where the notice fixes the price. */
export function someAmount(rubric: Rubric, clause: Clause, random: Random): Points | null {
  const price = openPriceOf(rubric, clause)
  if (price === null) return null
  const min = price.max === null ? 50 : price.min
  const max = price.max ?? 150
  const steps = Math.floor((max - min) / 50) + 1
  return hundredths(min + 50 * Math.min(random.below(steps), random.below(steps)))
}

/** Where in its range an amount lies: what its reason must speak to. */
export function gravityOf(rubric: Rubric, clause: Clause, amount: Points): 'low' | 'middle' | 'high' {
  const price = openPriceOf(rubric, clause)
  if (price === null || amount <= price.min) return 'low'
  return price.max !== null && amount >= price.max ? 'high' : 'middle'
}
