import type { Random } from '../../core/kernel/random.ts'

/** Kinds drawn in random order so that each has come exactly as often as was counted when the deck is empty. */
export interface Deck<Kind> {
  /** Draws among the kinds that `isFree`; null where none of those is left. */
  readonly draw: (random: Random, isFree?: (kind: Kind) => boolean) => Kind | null
}

export function deckOf<Kind>(counts: readonly (readonly [kind: Kind, count: number])[]): Deck<Kind> {
  const left = counts.map(([kind, count]) => ({ kind, count }))
  return {
    draw: (random, isFree = () => true) => {
      const free = left.filter(({ kind, count }) => count > 0 && isFree(kind))
      let at = random.below(free.reduce((all, { count }) => all + count, 0))
      for (const card of free) {
        at -= card.count
        if (at >= 0) continue
        card.count -= 1
        return card.kind
      }
      return null
    },
  }
}
