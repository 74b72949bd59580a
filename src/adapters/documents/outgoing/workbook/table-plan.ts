import type { DocumentRow, DocumentTable } from '../../../../core/document/document-table.ts'
import { columnLetters } from './column-letters.ts'
import type { SheetLine } from './sheet-line.ts'
import { plainRows, setRow, setRows, type SetRow, type TableSetting } from './table-lines.ts'
import type { RowPlace, Stretch, TablePlace } from './table-place.ts'

/** What of a table is known before it is written, so that formulas may name what only comes after them. */
export interface TablePlan {
  readonly setting: TableSetting
  readonly isFitted: boolean
  /** Null of what comes in pieces. */
  readonly body: readonly SetRow[] | null
  readonly foot: readonly SetRow[]
  /** Where it begins, and where it goes on: a sheet of Excel ends at 1,048,576 rows. */
  readonly sheets: readonly PlannedSheet[]
}

interface PlannedSheet {
  readonly name: string
  /** The row of the table's head there. */
  readonly head: number
}

export interface PlanWish {
  readonly setting: TableSetting
  /** Fitted by us on the sheet of the document, by Excel on its own. */
  readonly isFitted: boolean
  /** How many rows the document says that it has; null where it says nothing. */
  readonly stated: number | null
  readonly first: PlannedSheet
  readonly nameNext: (name: string) => string
  readonly rowsPerSheet: number
}

export function planTable(wish: PlanWish): TablePlan {
  const { setting, isFitted, rowsPerSheet } = wish
  const { table } = setting
  const rowsSet = (rows: readonly DocumentRow[], isFoot: boolean) =>
    isFitted ? setRows(setting, rows, isFoot) : plainRows(setting, rows, isFoot)
  const body = typeof table.rows === 'function' ? null : stretchesOf(table.rows).flatMap((rows) => rowsSet(rows, false))
  const sheets = [wish.first]
  for (let left = (wish.stated ?? 0) - rowsPerSheet; left > 0; left -= rowsPerSheet)
    sheets.push({ name: wish.nameNext(`${table.name}（续${sheets.length}）`), head: 1 })
  return { setting, isFitted, body, foot: rowsSet(table.foot, true), sheets }

  /** No cell reaches from one sheet into the next. */
  function stretchesOf(rows: readonly DocumentRow[]): (readonly DocumentRow[])[] {
    const stretches: (readonly DocumentRow[])[] = []
    for (let from = 0; from < rows.length; from += rowsPerSheet) stretches.push(rows.slice(from, from + rowsPerSheet))
    return stretches
  }
}

/** Rows of the sheet on which the table begins that its head, body and foot take. */
export function linesOnFirst(plan: TablePlan, stated: number, rowsPerSheet: number): number {
  const onFirst = Math.min(stated, rowsPerSheet)
  const body = plan.body === null ? onFirst : lineCount(plan.body.slice(0, onFirst))
  return 1 + body + (plan.sheets.length === 1 ? lineCount(plan.foot) : 0)
}

export function placeOf(plan: TablePlan, stated: number, rowsPerSheet: number): TablePlace {
  const { setting, body, foot, sheets } = plan
  const rows = new Map<string, RowPlace>()
  const stretches: Stretch[] = []
  let end: RowPlace = { sheet: '', row: 0 }
  for (const [i, { name, head }] of sheets.entries()) {
    const from = i * rowsPerSheet
    const count = Math.min(stated - from, rowsPerSheet)
    let at = head + 1
    if (body === null) at += count
    else
      for (const { row, lines } of body.slice(from, from + count)) {
        if (row.key !== null) rows.set(row.key, { sheet: name, row: at })
        at += lines.length
      }
    if (count > 0) stretches.push({ sheet: name, first: head + 1, last: at - 1 })
    end = { sheet: name, row: at }
  }
  let at = end.row
  for (const { row, lines } of foot) {
    if (row.key !== null) rows.set(row.key, { sheet: end.sheet, row: at })
    at += lines.length
  }
  const columns = setting.table.columns.map(({ key }, i) => [key, columnLetters(setting.spans[i]?.from ?? i)] as const)
  return { stretches, columns: new Map(columns), rows, rowCount: stated }
}

/** Row by row, each as the rows of the sheet that it takes. */
export async function* linesOf({ setting, isFitted, body }: TablePlan): AsyncGenerator<readonly SheetLine[]> {
  if (body !== null) {
    for (const { lines } of body) yield lines
    return
  }
  for await (const row of piecesOf(setting.table))
    yield isFitted ? [setRow(setting, row)] : (plainRows(setting, [row], false)[0]?.lines ?? [])
}

async function* piecesOf({ rows }: DocumentTable): AsyncGenerator<DocumentRow> {
  yield* typeof rows === 'function' ? rows() : rows
}

function lineCount(rows: readonly SetRow[]): number {
  return rows.reduce((sum, { lines }) => sum + lines.length, 0)
}
