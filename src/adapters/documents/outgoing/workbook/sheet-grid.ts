import type { DocumentTable } from '../../../../core/document/document-table.ts'

/** The columns of a sheet on which several tables stand: every table's columns are one or more of them. */
export interface SheetGrid {
  /** In pixels at 96 to the inch; together as wide as the page's text. */
  readonly widths: readonly number[]
}

export interface GridSpan {
  readonly from: number
  /** The first column after it. */
  readonly to: number
}

/** Edges nearer than this share of the page are one edge: a table may be so much off what its widths say. */
const NEAR = 0.02

/** Begins with the widest table. One that comes in pieces has the columns to itself, so that its rows need nothing merged. */
export function sheetGrid(tables: readonly DocumentTable[], pixels: number): SheetGrid {
  const first = [...tables].sort((a, b) => weightOf(b) - weightOf(a))
  let edges = [0, 1]
  const isLed = typeof first[0]?.rows === 'function'
  for (const table of first) {
    const known = edges
    const missing = edgesOf(table).filter((edge) => !known.some((one) => Math.abs(one - edge) < NEAR))
    if (!isLed || table === first[0]) edges = [...edges, ...missing].sort((a, b) => a - b)
    while (edges.length - 1 < table.columns.length) edges = halved(edges)
  }
  if (edges.length === 2) edges = [0, 0.5, 1]
  return { widths: edges.slice(1).map((edge, i) => Math.max(24, Math.round((edge - (edges[i] ?? 0)) * pixels))) }
}

function weightOf({ rows, columns }: DocumentTable): number {
  return columns.length + (typeof rows === 'function' ? 1000 : 0)
}

function edgesOf({ columns }: DocumentTable): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  let at = 0
  return columns.slice(0, -1).map(({ width }) => (at += width) / total)
}

/** One edge more, in the middle of the widest column. */
function halved(edges: readonly number[]): number[] {
  const widest = edges.slice(1).reduce(
    (best, edge, i) => {
      const width = edge - (edges[i] ?? 0)
      return width > best.width ? { width, middle: edge - width / 2 } : best
    },
    { width: 0, middle: 0.5 },
  )
  return [...edges, widest.middle].sort((a, b) => a - b)
}

/** Which columns of the grid each column of a table is: each at least one, nearest to where its widths put it. */
export function spansOf(table: DocumentTable, grid: SheetGrid): GridSpan[] {
  const total = grid.widths.reduce((sum, width) => sum + width, 0)
  const ends: number[] = []
  let sum = 0
  for (const width of grid.widths) ends.push((sum += width) / total)
  const wished = [...edgesOf(table), 1]
  let from = 0
  return wished.map((edge, i) => {
    const last = grid.widths.length - (wished.length - 1 - i)
    let to = from + 1
    while (to < last && Math.abs((ends[to] ?? 1) - edge) <= Math.abs((ends[to - 1] ?? 1) - edge)) to++
    const span = { from, to: i === wished.length - 1 ? grid.widths.length : to }
    from = span.to
    return span
  })
}

export function widthOf({ widths }: SheetGrid, { from, to }: GridSpan): number {
  let width = 0
  for (let i = from; i < to; i++) width += widths[i] ?? 0
  return width
}

/** The grid in two, cut nearest to its middle. */
export function halves(grid: SheetGrid): [GridSpan, GridSpan] {
  const count = grid.widths.length
  const total = widthOf(grid, { from: 0, to: count })
  let middle = 1
  let best = Infinity
  for (let at = 1; at < count; at++) {
    const off = Math.abs(widthOf(grid, { from: 0, to: at }) - total / 2)
    if (off < best) [best, middle] = [off, at]
  }
  return [
    { from: 0, to: middle },
    { from: middle, to: count },
  ]
}
