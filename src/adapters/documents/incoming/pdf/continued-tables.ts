import { readMark } from '../../../../core/notice/layout/numbering.ts'
import { commonColumns } from './common-columns.ts'
import { wordsOf, type PageCell, type PageTable } from './page-table.ts'

/** Puts what stands on the next page under the table that it goes on with; null where it is a table of its own. */
export function joinTables(above: PageTable, below: PageTable): PageTable | null {
  const common = commonColumns(above, below)
  if (common === null) return null
  const repeated = repeatedRows(common.upper, common.lower)
  const lower = withoutRows(common.lower, repeated)
  if (lower.rowCount === 0) return common.upper
  return stacked(common.upper, lower)
}

/** How many rows the lower part repeats from the head of the table. */
function repeatedRows(upper: PageTable, lower: PageTable): number {
  const most = Math.min(MOST_HEADER_ROWS, upper.rowCount, lower.rowCount)
  let count = 0
  while (count < most && rowWords(upper, count) !== '' && rowWords(upper, count) === rowWords(lower, count)) count += 1
  // A cell that reaches out of the rows that are alike is none of a header.
  while (count > 0 && lower.cells.some(({ row, rowSpan }) => row < count && row + rowSpan > count)) count -= 1
  return count
}

const MOST_HEADER_ROWS = 4

function rowWords({ cells }: PageTable, row: number): string {
  const words = cells.filter((cell) => cell.row === row).map((cell) => `${cell.column} ${wordsOf(cell)}`)
  return words.every((one) => one.endsWith(' ')) ? '' : words.join('\n')
}

function withoutRows(table: PageTable, count: number): PageTable {
  if (count === 0) return table
  const cells = table.cells.filter(({ row }) => row >= count).map((cell) => ({ ...cell, row: cell.row - count }))
  // What no rule parts from its header is no part of a row that began on the page before.
  return { ...table, cells, rowCount: table.rowCount - count }
}

interface Meeting {
  readonly upper: PageCell
  readonly lower: PageCell
}

function stacked(upper: PageTable, lower: PageTable): PageTable {
  const meetings = meetingsOf(upper, lower)
  const isSplit = isOneRow(upper, lower, meetings)
  const shift = upper.rowCount - (isSplit ? 1 : 0)
  const joined = new Map<PageCell, PageCell>()
  const gone = new Set<PageCell>()
  for (const meeting of meetings ?? []) {
    if (!isSplit && !isOneCell(meeting, meetings ?? [])) continue
    const { upper: first, lower: second } = meeting
    joined.set(first, {
      ...first,
      rowSpan: first.rowSpan + second.rowSpan - (isSplit ? 1 : 0),
      parts: [...first.parts, ...second.parts],
    })
    gone.add(second)
  }
  return {
    ...upper,
    rowCount: shift + lower.rowCount,
    cells: [
      ...upper.cells.map((cell) => joined.get(cell) ?? cell),
      ...lower.cells.filter((cell) => !gone.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
    isOpenBelow: lower.isOpenBelow,
  }
}

/** The cells on both sides of the break, column by column; null where they do not stand under each other. */
function meetingsOf(upper: PageTable, lower: PageTable): Meeting[] | null {
  const last = upper.cells.filter(({ row, rowSpan }) => row + rowSpan === upper.rowCount)
  const first = lower.cells.filter(({ row }) => row === 0)
  const meetings = last.flatMap((cell): Meeting[] => {
    const under = first.find(({ column, colSpan }) => column === cell.column && colSpan === cell.colSpan)
    return under ? [{ upper: cell, lower: under }] : []
  })
  return meetings.length === last.length && last.length === first.length ? meetings : null
}

/** Whether the row at the foot of a page goes on at the head of the next: a sentence does, or nothing begins there. */
function isOneRow(upper: PageTable, lower: PageTable, meetings: readonly Meeting[] | null): boolean {
  if (meetings === null) return false
  const filled = meetings.filter((meeting) => wordsOf(meeting.lower) !== '')
  if (filled.some((meeting) => begins(wordsOf(meeting.lower)))) return false
  if (filled.some((meeting) => wordsOf(meeting.upper) === '')) return false
  const isOpen = filled.some((meeting) => !/[。；;！!？?]$/.test(wordsOf(meeting.upper)))
  const first = meetings.find(({ upper: cell }) => cell.column === 0)
  const isUnnamed = first !== undefined && wordsOf(first.lower) === '' && wordsOf(first.upper) !== ''
  return (upper.isOpenBelow && lower.isOpenAbove) || isOpen || isUnnamed
}

/** 3、… begins something; 合计 does, too. */
function begins(words: string): boolean {
  return readMark(words, 0) !== null || /^\d{1,3}$/.test(words) || /^(?:合计|总计|总分|小计|备注|注[：:])/.test(words)
}

/**
 * A name that stands once for several rows stands on one of the pages only. Where the rows count from 1 again it is not that
 * of the rows above.
 */
function isOneCell({ upper, lower }: Meeting, meetings: readonly Meeting[]): boolean {
  const isSpanning = upper.rowSpan > 1 || lower.rowSpan > 1 || upper.column === 0
  const [above, below] = [wordsOf(upper), wordsOf(lower)]
  if (!isSpanning) return false
  if (meetings.some((other) => other.lower !== lower && readMark(wordsOf(other.lower), 0)?.value === 1)) return false
  // 六、村级服务 at the foot of one page, 中心建设(6分) at the head of the next.
  if (above !== '' && below !== '') return readMark(above, 0) !== null && !begins(below) && !/[)）。；;]$/.test(above)
  if (above !== '' || below !== '' || upper.column === 0) return true
  // Two empty cells are one where the names beside them are.
  const named = meetings.find(({ upper: cell }) => cell.column === 0)
  return named !== undefined && isOneCell(named, meetings)
}
