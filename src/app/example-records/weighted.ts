import type { Random } from '../../core/kernel/random.ts'

/** Picks by weight, in time that grows with the logarithm of how many there are. Throws on an empty list. */
export function weighted<Choice>(
  choices: readonly Choice[],
  weightOf: (choice: Choice) => number,
): (random: Random) => Choice {
  let sum = 0
  const upTo = choices.map((choice) => (sum += weightOf(choice)))
  return (random) => {
    const wanted = random.below(sum)
    let [low, high] = [0, choices.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    const choice = choices[low]
    if (choice === undefined) throw new Error('nothing to pick from')
    return choice
  }
}
