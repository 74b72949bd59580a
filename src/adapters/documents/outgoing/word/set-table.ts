import { Table, TableLayoutType, WidthType, type TableRow } from 'docx'
import type { DocumentRow, DocumentTable } from '../../../../core/document/document-table.ts'
import { LIST_BORDERS, OFFICIAL_BORDERS } from './borders.ts'
import { CELL_PADDING, columnWidths } from './column-widths.ts'
import { MOST_ROWS } from './row-limit.ts'
import { setHeadRow, setRow } from './set-row.ts'
import { styled, type Flow, type Setting } from './setting.ts'

/** Its head is repeated on every page; its foot never stands alone on one. Answers too how many rows it found. */
export async function setTable(
  table: DocumentTable,
  setting: Setting,
): Promise<{ flow: readonly Flow[]; rows: number }> {
  const rows = await rowsOf(table)
  const { textWidth, sizes } = setting.layout
  const widths = columnWidths(table.columns, [...rows, ...table.foot], sizes.table * 10, textWidth)
  const set: TableRow[] = [setHeadRow(table, widths)]
  for (const [at, row] of rows.entries()) {
    const isKept = at === rows.length - 1 && table.foot.length > 0
    set.push(await setRow({ row, table, widths, isKept, isFoot: false }, setting))
  }
  for (const [at, row] of table.foot.entries())
    set.push(await setRow({ row, table, widths, isKept: at < table.foot.length - 1, isFoot: true }, setting))
  const framed = new Table({
    rows: set,
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: table.isOfficial ? OFFICIAL_BORDERS : LIST_BORDERS,
    margins: { top: 70, bottom: 70, left: CELL_PADDING / 2, right: CELL_PADDING / 2 },
  })
  return { flow: table.hasCaption ? [styled('TableCaption', table.name), framed] : [framed], rows: rows.length }
}

/** One more than may be set is enough to know that there are too many. */
async function rowsOf({ rows }: DocumentTable): Promise<readonly DocumentRow[]> {
  if (typeof rows !== 'function') return rows
  const all: DocumentRow[] = []
  for await (const row of rows()) {
    all.push(row)
    if (all.length > MOST_ROWS) break
  }
  return all
}
