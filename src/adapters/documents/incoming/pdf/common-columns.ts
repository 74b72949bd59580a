import type { PageTable } from './page-table.ts'

/** Two tables counted in the same columns; null where their columns stand elsewhere. */
export function commonColumns(above: PageTable, below: PageTable): { upper: PageTable; lower: PageTable } | null {
  const upperEdges = fromLeft(above.edges)
  const lowerEdges = fromLeft(below.edges)
  const width = upperEdges.at(-1)!
  if (Math.abs(width - lowerEdges.at(-1)!) > width * SAME_WIDTH) return null
  const alike = lowerEdges.filter((edge) => nearest(upperEdges, edge) !== null).length
  if (alike < Math.min(upperEdges.length, lowerEdges.length) * FEWEST_ALIKE) return null
  const extra = lowerEdges.filter((edge) => nearest(upperEdges, edge) === null)
  const edges = [...upperEdges, ...extra].sort((a, b) => a - b)
  return { upper: counted(above, upperEdges, edges), lower: counted(below, lowerEdges, edges) }
}

/** In a header or a last row some columns may be one. */
const FEWEST_ALIKE = 0.75
const SAME_WIDTH = 0.03
const SAME_EDGE = 6

function fromLeft(edges: readonly number[]): number[] {
  return edges.map((edge) => edge - edges.at(0)!)
}

/** The place of the edge that stands there; null where none does. */
function nearest(edges: readonly number[], edge: number): number | null {
  const at = edges.findIndex((one) => Math.abs(one - edge) <= SAME_EDGE)
  return at < 0 ? null : at
}

function counted(table: PageTable, own: readonly number[], edges: readonly number[]): PageTable {
  const place = own.map((edge) => nearest(edges, edge) ?? 0)
  const cells = table.cells.map((cell) => {
    const column = place.at(cell.column)!
    return { ...cell, column, colSpan: place.at(cell.column + cell.colSpan)! - column }
  })
  return { ...table, edges: edges.map((edge) => edge + table.edges.at(0)!), cells }
}
