import { ERROR_COLUMNS } from '../../../core/records/error-columns.ts'
import { csvLine } from '../incoming/csv-line.ts'
import type { FaultyRow } from '../incoming/faulty-rows.ts'

/** With a byte order mark, by which spreadsheets know UTF-8. */
export function errorHeader(header: readonly string[]): string {
  return `\ufeff${csvLine([...ERROR_COLUMNS, ...header])}`
}

export function errorLine(importId: string, { row, cells, faults }: FaultyRow): string {
  const said = faults.map(({ column, message }) => (column === null ? message : `${column}：${message}`)).join('；')
  return csvLine([importId, String(row), said, ...cells].map(guardedCell))
}

/**
 * A spreadsheet takes `=1+1` for a formula, and an identity number, a date or `007` for a number that it writes otherwise
 * when the file is saved. An apostrophe before the cell keeps it a text. One apostrophe is taken off again when the file
 * comes back, so one that was there already gets another.
 */
function guardedCell(cell: string): string {
  return NEEDS_GUARD.test(cell) && !SMALL_NUMBER.test(cell) ? `'${cell}` : cell
}

/** The same in SQL, backwards: NULL stays NULL, and so does a cell that was nothing but the apostrophe. */
export function unguardedSql(cell: string): string {
  return `nullif(CASE WHEN starts_with(${cell}, '''') THEN substr(${cell}, 2) ELSE ${cell} END, '')`
}

/** Formulas in half and full width, what counts as a number, a date or a truth to a spreadsheet, and the apostrophe itself. */
const NEEDS_GUARD =
  /^\s*(?:[=+\-@＝＋－＠'\t\r\n]|[.,]?\d|[¥￥$(（]|true$|false$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu
const SMALL_NUMBER = /^(?:0|[1-9]\d{0,9})$/
