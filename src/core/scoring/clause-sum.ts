import { spanOf } from './attribute.ts'
import type { Claim } from './claim.ts'
import type { CountingMode } from './clause-plan.ts'

/** What `attribute` would make of all claims of a clause together, one of them charged otherwise (`index` -1: none). */
export function clauseSum(
  claims: readonly Claim[],
  charges: readonly number[],
  counting: CountingMode,
  index: number,
  charge: number,
): number {
  let sum = 0
  const highest = new Map<string, number>()
  for (const claim of claims) {
    const own = claim.index === index ? charge : (charges[claim.index] ?? 0)
    if (counting === 'each') sum += own
    else if (counting === 'once') sum = Math.max(sum, own)
    else {
      const span = spanOf(claim.occurredOn, claim.clause.clause.perSpan)
      highest.set(span, Math.max(highest.get(span) ?? 0, own))
    }
  }
  for (const one of highest.values()) sum += one
  const [first] = claims
  return first === undefined || sum === 0 ? 0 : first.clause.sign * sum
}
