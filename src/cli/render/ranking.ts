import type { RankedSheet } from '../../core/analysis/rank-sheets.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { displayWidth, padEnd, padStart } from '../text/display-width.ts'
import { alignedPoints, decimalPlaces } from '../text/figures.ts'
import { table, type Cell, type Column } from '../text/table.ts'
import { hanging, lightRule, type Page } from './page.ts'

const COLUMNS: readonly Column[] = [
  { title: '名次', align: 'left' },
  { title: '中心', align: 'left' },
  { title: '已定得分', align: 'right' },
  { title: '可能得分', align: 'left' },
  { title: '可能名次', align: 'left' },
  { title: '待定', align: 'right' },
]

/** A finding whose amount is not decided yet is in the second column at its least and not in the first. */
const LEGEND =
  '已定得分只计已经确定的；可能得分计入未裁量、未查实、未审定、申诉中和待口径的各种结果，两端都够得着。可能名次按各中心的可能得分各自取值，是外界；精确的由 mingheng analyze certainty 给出。'

/** The ranking: what is certain, then in amber what open matters could make of it. Ties share one rank with a bracket. */
export function rankingLines(ranked: readonly RankedSheet[], page: Page): string[] {
  const { ink } = page
  const places = decimalPlaces(ranked.map(({ sheet }) => sheet.score))
  const intervals = intervalTexts(ranked)
  const { head, rows } = table(
    COLUMNS,
    ranked.map((one, place): Cell[] => {
      const { sheet, possible } = one
      const [best, worst] = possible
      return [
        { text: rankText(one, ranked[place - 1], ranked[place + 1]) },
        { text: sheet.centerName },
        { text: alignedPoints(sheet.score, places), paint: ink.strong },
        { text: intervals[place] ?? '', paint: sheet.isSettled ? ink.faint : ink.open },
        { text: best === worst ? `${best}` : `${best}–${worst}`, paint: best === worst ? ink.faint : ink.open },
        { text: sheet.open.length === 0 ? '' : `${sheet.open.length}项`, paint: ink.open },
      ]
    }),
  )
  return [
    ink.faint(head),
    lightRule(page),
    ...rows,
    lightRule(page),
    ...hanging('', LEGEND, page, 0, { text: ink.faint }),
  ]
}

function rankText(
  { rank, isTied }: RankedSheet,
  above: RankedSheet | undefined,
  below: RankedSheet | undefined,
): string {
  const figure = padStart(String(rank), 3)
  if (!isTied) return figure
  if (above?.rank !== rank) return `${figure} 并列 ┐`
  return `         ${below?.rank === rank ? '│' : '┘'}`
}

/** Dashes in one line: the lower bound right-aligned, the upper left-aligned; a settled score says so. */
function intervalTexts(ranked: readonly RankedSheet[]): string[] {
  const lows = ranked.map(({ sheet }) => formatPoints(sheet.interval[0]))
  const highs = ranked.map(({ sheet }) => formatPoints(sheet.interval[1]))
  const dash = ranked.some(({ sheet }) => sheet.interval[0] < 0) ? ' 至 ' : '–'
  const left = Math.max(0, ...lows.map(displayWidth))
  const right = Math.max(0, ...highs.map(displayWidth))
  return ranked.map(({ sheet }, place) =>
    sheet.isSettled
      ? `${' '.repeat(left)}已定`
      : `${padStart(lows[place] ?? '', left)}${dash}${padEnd(highs[place] ?? '', right)}`,
  )
}
