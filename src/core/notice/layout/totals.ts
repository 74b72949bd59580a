import { decimal, pointsOfCell } from './printed-points.ts'
import { compact, filledCells, type GridRow } from './table-grid.ts'

/** A row that adds up: 小计 closes a section, 合计 the whole table. */
export interface TotalRow {
  readonly over: 'section' | 'table'
  readonly points: string | null
}

export function readTotalRow(row: GridRow, pointColumns: readonly number[]): TotalRow | null {
  const cells = filledCells(row)
  const opening = cells[0]?.text.text ?? ''
  if (opening.length > LONGEST) return null
  // 一、安全 | 小计 | 25, where the name of the section spans its rows.
  const isInner = cells.length > 1 && /^[（(]?(?:小计|合计)[)）]?[：:]?$/.test(compact(cells[1]?.text.text ?? ''))
  const first = compact(isInner ? (cells[1]?.text.text ?? '') : opening)
  const match = /^[（(]?(小计|合计|总计|总分值?|共计|满分)[)）]?[：:（(]?/.exec(first)
  if (!match) return null
  const over = match[1] === '小计' || isInner ? 'section' : 'table'
  const inColumn = pointColumns.map((at) => row[at]?.text.text ?? '').find((text) => text !== '')
  const printed = cells.slice(1).map((cell) => cell.text.text)
  return { over, points: firstPoints([inColumn ?? '', first.slice(match[0].length), ...printed]) }
}

/** 合 计（100分）; a cell that says more is a rule. */
const LONGEST = 32

/** 考核总分为100分, 满分100分, 合计 100分; null where a text states no total. */
export function totalStatedIn(text: string): string | null {
  const match =
    /(?:总分值?|满分|合\s{0,4}计|总\s{0,4}计|共计)\s{0,2}[为是计共:：]{0,2}\s{0,2}([\d０-９.．]{1,9})\s{0,2}分/.exec(
      text,
    )
  return match ? decimal(match[1] ?? '') : null
}

/** 实行百分制，基础分100分: what all begin with is the total where no other is stated. */
export function baseStatedIn(text: string): string | null {
  const match =
    /(?:基础(?:积分|分值?)|基本分值?|基准分值?)\s{0,2}[为是计共:：]{0,2}\s{0,2}([\d０-９.．]{1,9})\s{0,2}分/.exec(text)
  return match ? decimal(match[1] ?? '') : null
}

function firstPoints(texts: readonly string[]): string | null {
  for (const text of texts) {
    const points = text === '' ? null : pointsOfCell(text.replace(/[)）]$/, ''))
    if (points !== null) return points
  }
  return null
}
