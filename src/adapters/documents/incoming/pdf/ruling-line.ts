/** A straight line across (`at` is its height) or down (`at` is its distance from the left), in points. */
export interface RulingLine {
  readonly isAcross: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/**
 * Lines as they are seen: a rule is drawn in pieces, in dashes, twice, or as a thin box, and each program does it another way.
 */
export function mergedRulings(drawn: readonly RulingLine[]): RulingLine[] {
  return [...alongside(drawn.filter((line) => line.isAcross)), ...alongside(drawn.filter((line) => !line.isAcross))]
}

/** The two lines of a double rule stand this near; rows and columns never do. */
export const SAME_LINE = 3.5

/** Dashes and dots stand this near. */
const SAME_STROKE = 5
/** What is shorter is a mark, not a rule. */
const SHORTEST = 7

function alongside(lines: readonly RulingLine[]): RulingLine[] {
  const merged: RulingLine[] = []
  const sorted = [...lines].sort((a, b) => a.at - b.at)
  for (let first = 0; first < sorted.length;) {
    let end = first
    while (end < sorted.length && sorted.at(end)!.at - sorted.at(first)!.at <= SAME_LINE) end += 1
    merged.push(...joined(sorted.slice(first, end)))
    first = end
  }
  return merged.filter(({ from, to }) => to - from >= SHORTEST)
}

function joined(lines: readonly RulingLine[]): RulingLine[] {
  const strokes: RulingLine[] = []
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const before = strokes.at(-1)
    if (before && line.from - before.to <= SAME_STROKE)
      strokes[strokes.length - 1] = { ...before, to: Math.max(before.to, line.to) }
    else strokes.push(line)
  }
  return strokes
}
