import type { RankedSheet } from '../../core/analysis/rank-sheets.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { SectionScore } from '../../core/scoring/score-sheet.ts'
import { alignedPoints, decimalPlaces } from '../text/figures.ts'
import { table, type Cell, type Column } from '../text/table.ts'
import { hanging, lightRule, type Page } from './page.ts'

/** Points lost by center and section as digits: the heading carries the sign, nothing lost is an empty cell. */
export function heatLines(ranked: readonly RankedSheet[], rubric: Rubric, page: Page): string[] {
  const { ink } = page
  const losses = ranked.flatMap(({ sheet }) => sheet.sections.map(lossOf))
  const places = decimalPlaces(losses)
  const columns: Column[] = [
    { title: '失分', align: 'left' },
    ...rubric.sections.map(({ label, id }): Column => ({
      title: `${label.replaceAll(/[\p{P}\s]/gu, '') || id}${' '.repeat(places + 1)}`,
      align: 'right',
    })),
  ]
  const { head, rows } = table(
    columns,
    ranked.map(({ sheet }): Cell[] => [
      { text: sheet.centerName },
      ...rubric.sections.map((section): Cell => {
        const score = sheet.sections.find(({ sectionId }) => sectionId === section.id)
        return score ? heatCell(score, places, page) : { text: '' }
      }),
    ]),
  )
  const legend = '空格是没有失分，+ 是加分，▨ 是仍有待定；失分按已定的计算。未写分值的部分只列分数，不计比例。'
  return [
    ink.faint(head.trimEnd()),
    lightRule(page),
    ...rows,
    lightRule(page),
    ...hanging('', legend, page, 0, { text: ink.faint }),
  ]
}

function heatCell(score: SectionScore, places: number, { ink }: Page): Cell {
  const loss = lossOf(score)
  const isOpen = score.interval[0] !== score.interval[1]
  const figure =
    loss === 0 ? ' '.repeat(places) : loss < 0 ? `+${alignedPoints(-loss, places)}` : alignedPoints(loss, places)
  const text = `${figure}${isOpen ? '▨' : ' '}`
  const paint = loss > 0 ? ink.lost : loss < 0 ? ink.gained : ink.open
  return { text, paint }
}

function lossOf({ maxPoints, score }: SectionScore): number {
  return (maxPoints ?? 0) - score
}
