import type { DocumentCell, DocumentRow, DocumentTable } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import type { DocumentForm } from '../../src/app/ports/document-writer.ts'

/** One figure that one form shows otherwise than the others, and how many differences that makes at least. */
export interface Planted {
  readonly what: string
  readonly form: DocumentForm
  readonly plant: (document: OfficialDocument) => OfficialDocument
}

export const plantedFigures: readonly Planted[] = [
  { what: 'the total in Word is a hundredth more', form: 'docx', plant: (given) => inSheet(given, moreInTotal) },
  { what: 'a section in Word is a hundredth more', form: 'docx', plant: (given) => inSheet(given, moreInSection) },
  { what: 'Word leaves out a row', form: 'docx', plant: (given) => inSheet(given, withoutRow) },
  { what: 'the total in the PDF is a hundredth more', form: 'pdf', plant: (given) => inSheet(given, moreInTotal) },
  { what: 'a section in the PDF is a hundredth more', form: 'pdf', plant: (given) => inSheet(given, moreInSection) },
  { what: 'the PDF leaves out a row', form: 'pdf', plant: (given) => inSheet(given, withoutRow) },
  { what: 'the total in the workbook stands by itself', form: 'xlsx', plant: (given) => inSheet(given, moreInTotal) },
  { what: 'the workbook leaves out a row', form: 'xlsx', plant: (given) => inSheet(given, withoutRow) },
  { what: 'a line of the workbook counts once more', form: 'xlsx', plant: onceMore },
]

function inSheet(document: OfficialDocument, change: (table: DocumentTable) => DocumentTable): OfficialDocument {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, table: change(block.table) } : block,
  )
  return { ...document, blocks }
}

function moreInTotal(table: DocumentTable): DocumentTable {
  return {
    ...table,
    foot: table.foot.map((row) => (row.key === 'total' ? { ...row, cells: row.cells.map(more) } : row)),
  }
}

function moreInSection(table: DocumentTable): DocumentTable {
  const rows = listed(table)
  const at = rows.findIndex(isArithmetic)
  return { ...table, rows: rows.map((row, place) => (place === at ? { ...row, cells: row.cells.map(more) } : row)) }
}

/** The second criterion: the first row of a section holds what reaches over all of them. */
function withoutRow(table: DocumentTable): DocumentTable {
  return {
    ...table,
    rows: listed(table)
      .toSpliced(1, 1)
      .map((row, at) => (at === 0 ? lessHigh(row) : row)),
  }
}

function lessHigh(row: DocumentRow): DocumentRow {
  return {
    ...row,
    cells: row.cells.map((cell) => (cell?.rowSpan === undefined ? cell : { ...cell, rowSpan: cell.rowSpan - 1 })),
  }
}

function isArithmetic({ cells }: DocumentRow): boolean {
  return cells.some((cell) => cell?.kind === 'text' && cell.text.startsWith('本部分得分：'))
}

function more(cell: DocumentCell | null): DocumentCell | null {
  return cell?.kind === 'points' ? { ...cell, points: cell.points + 1, formula: null } : cell
}

/** Nothing but a count is changed: every score that rests on it must follow. */
function onceMore(document: OfficialDocument): OfficialDocument {
  const workings = document.workings.map((table) => {
    if (table.id !== 'lines') return table
    const rows = listed(table)
    const at = rows.findIndex(
      ({ cells }) => cells.some(isLoss) && cells.some((cell) => cell?.kind === 'text' && cell.text === '次数×单价'),
    )
    if (at < 0) throw new Error('no line takes points by its count')
    const counted = (cell: DocumentCell | null) => (cell?.kind === 'count' ? { ...cell, count: cell.count + 1 } : cell)
    return {
      ...table,
      rows: rows.map((row, place) => (place === at ? { ...row, cells: row.cells.map(counted) } : row)),
    }
  })
  return { ...document, workings }
}

function isLoss(cell: DocumentCell | null): boolean {
  return cell?.kind === 'points' && cell.formula !== null && cell.points < 0
}

function listed({ rows }: DocumentTable): readonly DocumentRow[] {
  if (typeof rows === 'function') throw new Error('the rows of a sheet are a list')
  return rows
}
