import { HeightRule, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { DocumentCell, DocumentRow, DocumentTable } from '../../../../core/document/document-table.ts'
import { rule } from './borders.ts'
import { twips } from './page-layout.ts'
import { linesInCell, setCell } from './set-cell.ts'
import { ALIGNMENTS, styled, type Setting } from './setting.ts'

interface RowToSet {
  readonly row: DocumentRow
  readonly table: DocumentTable
  readonly widths: readonly number[]
  readonly isKept: boolean
  readonly isFoot: boolean
}

/** A row of more lines than this may go on over the page: it would leave half a page white. */
const LONGEST_UNBROKEN = 22

export function setHeadRow({ columns, isOfficial }: DocumentTable, widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      ({ name, align }, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          ...(isOfficial ? {} : { borders: { bottom: rule(6) } }),
          children: [styled('CellHead', name, { alignment: isOfficial ? ALIGNMENTS.center : ALIGNMENTS[align] })],
        }),
    ),
  })
}

export async function setRow({ row, table, widths, isKept, isFoot }: RowToSet, setting: Setting): Promise<TableRow> {
  const cells: TableCell[] = []
  let most = 0
  for (const [at, cell] of row.cells.entries()) {
    if (cell === null) continue
    const width = widths.slice(at, at + (cell.colSpan ?? 1)).reduce((sum, one) => sum + one, 0)
    if ((cell.rowSpan ?? 1) === 1) most = Math.max(most, linesInCell(cell, width, setting))
    cells.push(
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        verticalAlign: isTop(cell, table) ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
        columnSpan: cell.colSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
        ...(isFoot ? { borders: { top: rule(8) } } : {}),
        children: await setCell(cell, table.columns[at]?.align ?? 'left', width, setting),
      }),
    )
  }
  return new TableRow({
    children: cells,
    cantSplit: most <= LONGEST_UNBROKEN,
    keepNext: isKept,
    ...(row.height === null ? {} : { height: { value: twips(row.height), rule: HeightRule.ATLEAST } }),
  })
}

/** Lists are read along the first line of each row. */
function isTop(cell: DocumentCell, { isOfficial }: DocumentTable): boolean {
  return !isOfficial || (cell.rowSpan ?? 1) > 12
}
