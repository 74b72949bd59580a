import { cellLines } from '../../../../core/document/cell-text.ts'
import type { DocumentCell } from '../../../../core/document/document-table.ts'
import type { WholeTable } from './whole-tables.ts'

/**
 * What a figure would still need to have as many places as the longest of its column, so that 17 stands with its units under
 * those of 17.5. Of points in columns that are set to the right; nothing for others.
 */
export function roomOfCell({ columns, rows, foot }: WholeTable): (cell: DocumentCell, column: number) => string {
  const longest = columns.map(() => '')
  for (const { cells } of [...rows, ...foot])
    for (const [column, cell] of cells.entries()) {
      const places = placesOf(cell)
      if (places.length > (longest[column] ?? '').length) longest[column] = places
    }
  return (cell, column) => {
    const isInColumn = (cell.align ?? columns[column]?.align) === 'right' && cell.kind === 'points'
    return isInColumn ? (longest[column] ?? '').slice(placesOf(cell).length) : ''
  }
}

function placesOf(cell: DocumentCell | null): string {
  if (cell?.kind !== 'points') return ''
  return /\..*$/.exec(cellLines(cell)[0] ?? '')?.[0].replaceAll(/\d/g, '0') ?? ''
}
