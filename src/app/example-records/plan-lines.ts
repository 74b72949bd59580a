import type { Random } from '../../core/kernel/random.ts'
import { LINES, someItem, specialLineOf } from './item-choice.ts'
import type { SiteCounter } from './site.ts'
import type { LineCases } from './site-target.ts'

/**
 * What `cases` applicants at a counter want, line by line. At a general one nobody is without a case of any line by
 * chance: each comes once, the busiest first, before the rest are as the traffic is. One line may be avoided.
 */
export function planLines(
  random: Random,
  counter: SiteCounter,
  cases: number,
  avoidedLine: string | null,
): readonly LineCases[] {
  if (counter.kind === 'special') return [[specialLineOf(counter), cases]]
  const lines = LINES.filter((line) => line !== avoidedLine)
  const counts = new Map(lines.slice(0, cases).map((line) => [line, 1]))
  for (let left = cases - counts.size; left > 0; left--) {
    let { line } = someItem(random)
    while (line === avoidedLine) line = someItem(random).line
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts]
}
