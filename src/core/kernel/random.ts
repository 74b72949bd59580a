/** Chance from a seed: the same seed gives the same year on every machine. */
export interface Random {
  /** A whole number from 0 to `count - 1`. */
  readonly below: (count: number) => number
  readonly chance: (percent: number) => boolean
  /** Throws on an empty list. */
  readonly pick: <Choice>(choices: readonly Choice[]) => Choice
}

export function randomFrom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (choices) => {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new Error('nothing to pick from')
      return choice
    },
  }
}

/** Tommy Ettinger's mulberry32: 32 bits of state are plenty for a year of examples. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
