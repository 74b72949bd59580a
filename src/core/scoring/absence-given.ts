import type { CenterCase } from './center-case.ts'
import type { Side } from './world.ts'

/**
 * Whether nothing breaks an absence bonus. Of several readings the one that the side looks for; today only what all have
 * in common. False where it is not known what breaks it.
 */
export function isUnbroken(
  center: CenterCase,
  breakers: readonly ReadonlySet<number>[],
  isMet: readonly boolean[],
  side: Side,
): boolean {
  for (const one of breakers) {
    const isGiven = !isBroken(center, one, isMet)
    if (isGiven === (side === 'highest')) return isGiven
  }
  return side !== 'highest' && breakers.length > 0
}

function isBroken(
  { claims, plainCounts }: CenterCase,
  breakers: ReadonlySet<number>,
  isMet: readonly boolean[],
): boolean {
  for (const clause of breakers) if ((plainCounts[clause] ?? 0) > 0) return true
  return claims.some(({ index, clause }) => isMet[index] && breakers.has(clause.index))
}
