/** How an amount is chosen: by one of few buttons on a scale, or (`steps` null) by a number within bounds. Whole hundredths. */
export interface AmountChoice {
  readonly least: number
  readonly most: number | null
  readonly steps: readonly number[] | null
}

const HALF = 50
const WHOLE = 100
const MOST_BUTTONS = 9

/** Halves where they fit, otherwise whole points; a scale without an upper end has none. */
export function amountChoice({ min, max }: { readonly min: number; readonly max: number | null }): AmountChoice {
  if (max === null) return { least: min, most: null, steps: null }
  const step = [HALF, WHOLE].find((one) => (max - min) / one + 1 <= MOST_BUTTONS)
  if (step === undefined) return { least: min, most: max, steps: null }
  const steps: number[] = []
  for (let points = min; points < max; points += step) steps.push(points)
  return { least: min, most: max, steps: [...steps, max] }
}

/** Where on the scale, in percent of its width. */
export function placeOnScale({ least, most }: AmountChoice, points: number): number {
  if (most === null || most === least) return 50
  return Math.min(100, Math.max(0, ((points - least) / (most - least)) * 100))
}

/** Dots of the same amount stand on each other: which one of them each is, from 0. */
export function stacked(amounts: readonly number[]): readonly number[] {
  const seen = new Map<number, number>()
  return amounts.map((amount) => {
    const level = seen.get(amount) ?? 0
    seen.set(amount, level + 1)
    return level
  })
}
