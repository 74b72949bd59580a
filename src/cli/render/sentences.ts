import type { ScoreLine, SectionScore } from '../../core/scoring/score-sheet.ts'
import { formatPoints } from '../../core/kernel/points.ts'

/** The arithmetic of a section: `20 − 0.5×3 − 1 = 17.5`. */
export function sectionSentence({ maxPoints, lines, adjustments, score }: SectionScore): string {
  const terms = [...lines.map(({ effect }) => effect), ...adjustments.map(({ effect }) => effect)].filter(
    (term) => term !== 0,
  )
  if (terms.length === 0)
    return score === (maxPoints ?? 0) ? '没有得失' : `${formatPoints(maxPoints ?? 0)} → ${formatPoints(score)}`
  const counts = new Map<number, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const parts = [...counts].map(
    ([term, count]) => ` ${term < 0 ? '−' : '+'} ${formatPoints(Math.abs(term))}${count > 1 ? `×${count}` : ''}`,
  )
  return `${formatPoints(maxPoints ?? 0)}${parts.join('')} = ${formatPoints(score)}`
}

export function lineSentence({ effect }: ScoreLine): string {
  return effect === 0 ? '不动分' : `${formatPoints(effect)}分`
}
