import { formatPoints } from '../kernel/points.ts'
import type { Interval, SignedPoints } from './score-sheet.ts'

/** With its sign: `−2`, `+0.5`, `0`. */
export function signedText(points: SignedPoints): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points)
}

/** What a line can move: `−3 至 −1`; one number where its ends meet. */
export function movesText([lowest, highest]: Interval): string {
  return lowest === highest ? signedText(lowest) : `${signedText(lowest)} 至 ${signedText(highest)}`
}

/** What a score can be: `80–85.5`; with 至 where a minus would stand beside the dash. */
export function scoresText([lowest, highest]: Interval): string {
  if (lowest === highest) return formatPoints(lowest)
  return `${formatPoints(lowest)}${lowest < 0 ? ' 至 ' : '–'}${formatPoints(highest)}`
}
