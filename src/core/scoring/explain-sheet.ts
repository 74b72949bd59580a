import { formatPoints } from '../kernel/points.ts'
import { scoresText, signedText } from './points-text.ts'
import type { ScoreSheet } from './score-sheet.ts'

/** The total as arithmetic, and what is still open: `5 + 25 + 17.5 = 47.5，另有2项未定：44–48.5`. */
export function explainSheet(sheet: ScoreSheet): string {
  const { sections, score, interval, open, isSettled } = sheet
  const vetoes = sections
    .flatMap(({ lines }) => lines)
    .filter(({ outcome, effect }) => outcome.kind === 'vetoed' && effect !== 0)
  const sum = sections.map((section, place) => termText(section.score, place === 0)).join(' ')
  const veto = vetoes.map(({ effect }) => ` ${termText(effect, false)}（一票否决）`).join('')
  const total = `${sum}${veto} = ${formatPoints(score)}`
  return isSettled ? total : `${total}，另有${open.length}项未定：${scoresText(interval)}`
}

function termText(points: number, isFirst: boolean): string {
  if (isFirst) return formatPoints(points)
  return points < 0 ? signedText(points).replace('−', '− ') : `+ ${formatPoints(points)}`
}
