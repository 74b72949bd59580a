import type { Fragment } from './page-content.ts'
import type { TableGrid } from './table-grid.ts'
import { textLines, type NumberedFragment, type TextLine } from './text-line.ts'

/** A table, or the part of one that stands on this page. */
export interface PageTable {
  readonly page: number
  /** Edges of columns in points, left to right. */
  readonly edges: readonly number[]
  readonly rowCount: number
  readonly cells: readonly PageCell[]
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
}

export interface PageCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  /** Distances of its sides, for the part of the cell that stands on each page. */
  readonly parts: readonly CellPart[]
}

/** What a cell holds on one page. */
export interface CellPart {
  readonly left: number
  readonly right: number
  readonly lines: readonly TextLine[]
  /** Where it stands when it is empty: the line of its row. */
  readonly page: number
  readonly line: number
}

/** Puts the text that stands within a grid into its cells; null where there is none. */
export function pageTable(page: number, grid: TableGrid, fragments: readonly NumberedFragment[]): PageTable | null {
  if (fragments.length === 0) return null
  const held = grid.cells.map((): NumberedFragment[] => [])
  const at = new Map<string, number>()
  for (const [index, cell] of grid.cells.entries())
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) at.set(`${row} ${column}`, index)
  for (const fragment of fragments) {
    const row = placeIn(grid.rows, heightOf(fragment))
    const partsOfFragment = cutAtEdges(fragment, grid, row, at)
    for (const { piece, cell } of partsOfFragment) held[cell]?.push(piece)
  }
  const lineOfRow = linesOfRows(grid, fragments)
  const cells = grid.cells.map((cell, index): PageCell => {
    const lines = textLines(held[index] ?? [])
    const left = grid.columns.at(cell.column)!
    const right = grid.columns.at(cell.column + cell.colSpan)!
    const line = lines[0]?.line ?? lineOfRow[cell.row] ?? 1
    return { ...cell, parts: [{ left, right, lines, page, line }] }
  })
  const { isOpenAbove, isOpenBelow } = grid
  return { page, edges: grid.columns, rowCount: grid.rows.length - 1, cells, isOpenAbove, isOpenBelow }
}

function placeIn(edges: readonly number[], at: number): number {
  let place = 0
  while (place < edges.length - 2 && at >= edges.at(place + 1)!) place += 1
  return place
}

/** The first line that stands in each row, or in one above it. */
function linesOfRows(grid: TableGrid, fragments: readonly NumberedFragment[]): number[] {
  const first: (number | undefined)[] = []
  for (const fragment of fragments) {
    const row = placeIn(grid.rows, heightOf(fragment))
    first[row] = Math.min(first[row] ?? fragment.line, fragment.line)
  }
  let above = Math.min(...fragments.map(({ line }) => line))
  return Array.from({ length: grid.rows.length - 1 }, (_row, at) => {
    above = first[at] ?? above
    return above
  })
}

interface Cut {
  readonly piece: NumberedFragment
  readonly cell: number
}

/** A run of text may reach over an edge where two cells lie close together; it is cut between characters there. */
function cutAtEdges(fragment: NumberedFragment, grid: TableGrid, row: number, at: ReadonlyMap<string, number>): Cut[] {
  const cuts: Cut[] = []
  const characters = Array.from(fragment.text)
  const widths = characters.map((character) => (/[!-~ ]/.test(character) ? 0.5 : 1))
  const unit =
    (fragment.right - fragment.left) /
    Math.max(
      1,
      widths.reduce((sum, width) => sum + width, 0),
    )
  let left = fragment.left
  for (const [index, character] of characters.entries()) {
    const right = left + widths.at(index)! * unit
    const cell = at.get(`${row} ${placeIn(grid.columns, (left + right) / 2)}`) ?? 0
    const before = cuts.at(-1)
    if (before?.cell === cell)
      cuts[cuts.length - 1] = { cell, piece: { ...before.piece, text: before.piece.text + character, right } }
    else cuts.push({ cell, piece: { ...fragment, text: character, left, right } })
    left = right
  }
  return cuts.filter(({ piece }) => piece.text.trim() !== '')
}

/** What a cell says, without blanks and line ends. */
export function wordsOf(cell: PageCell): string {
  return cell.parts
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('')
    .replace(/\s+/g, '')
}

/** The middle of its letters. */
export function heightOf({ baseline, size }: Fragment): number {
  return baseline - size * 0.35
}
