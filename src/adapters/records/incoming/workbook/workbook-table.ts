import { refusedRecords } from '../../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../../app/ports/record-store.ts'
import { accepted } from '../../../../core/kernel/outcome.ts'
import { recordFault, type RecordFault } from '../../../../core/records/record-faults.ts'
import { checkHeader } from '../check-header.ts'
import { SAMPLE_ROWS } from '../csv-shape.ts'
import { halt } from '../halt.ts'
import type { Incoming } from '../incoming.ts'
import type { IncomingRow, IncomingTable } from '../incoming-table.ts'
import { readCellFormats } from './cell-formats.ts'
import type { CellBook, CellValue } from './cell-value.ts'
import { columnName } from '../../../office-package/workbook/cell-reference.ts'
import { readSharedStrings } from '../../../office-package/workbook/shared-strings.ts'
import { readSheet, type SheetReading, type SheetRow } from './sheet-rows.ts'
import { readIndex } from '../../../office-package/workbook/workbook-index.ts'
import type { PackageParts } from '../../../office-package/open-package.ts'

/** The one sheet of a workbook that is filled, row by row. Halts, like its rows, where the workbook is not usable. */
export async function openWorkbook(incoming: Incoming, parts: PackageParts): Promise<Kept<IncomingTable>> {
  const { fileName, limits } = incoming
  const index = await readIndex(parts)
  const strings =
    index.sharedStrings === null ? [] : await readSharedStrings(parts, index.sharedStrings, limits.sharedCharacters)
  if (strings === null)
    return refusedRecords('file-too-large', fileName, '文字太多', `${Math.floor(limits.sharedCharacters / 1e4)} 万字`)
  const book: CellBook = {
    strings,
    formats: index.styles === null ? [] : await readCellFormats(parts, index.styles),
    from1904: index.from1904,
  }
  const filled: { readonly name: string; readonly part: string }[] = []
  for (const sheet of index.sheets) if (await isFilled(readSheet(parts, sheet.part, book))) filled.push(sheet)
  const [sheet, another] = filled
  if (sheet === undefined) return refusedRecords('file-empty', fileName)
  if (another !== undefined)
    return refusedRecords('sheet-ambiguous', fileName, filled.map(({ name }) => name).join('、'))
  return tableOf(incoming, readSheet(parts, sheet.part, book))
}

async function isFilled({ rows }: SheetReading): Promise<boolean> {
  for await (const batch of rows) if (batch.some((row) => !isBlank(row))) return true
  return false
}

async function tableOf({ fileName }: Incoming, { rows, merged }: SheetReading): Promise<Kept<IncomingTable>> {
  const batches = rows[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  let isAll = false
  while (first.length <= SAMPLE_ROWS && !isAll) {
    const { value, done } = await batches.next()
    if (done === true) isAll = true
    else first.push(...value.filter((row) => !isBlank(row)))
  }
  if (isAll && merged.length > 0) return mergedRefusal(fileName, merged)
  const [header, ...sample] = first
  if (header === undefined) return refusedRecords('file-empty', fileName)
  const names = checkHeader(fileName, textsOf(header), sample.map(textsOf))
  if (!names.ok) {
    // A title over the table is merged, as a rule: then that is what has to be undone.
    while ((await batches.next()).done !== true);
    return merged.length > 0 ? mergedRefusal(fileName, merged) : names
  }
  if (sample.length === 0) return refusedRecords('file-no-rows', fileName)
  const kept = names.value.flatMap((name, column) => (name === '' ? [] : [{ name, column }]))
  const incomingRow = ({ row, cells }: SheetRow): IncomingRow => {
    const stray = cells.findIndex(({ text }, column) => text.trim() !== '' && (names.value[column] ?? '') === '')
    if (stray !== -1) halt(refusedRecords('header-blank', fileName, columnName(stray + 1), String(row)))
    return {
      row,
      cells: kept.map(({ column }) => cells[column]?.text ?? ''),
      faults: kept.flatMap(({ name, column }) => faultOf(row, name, cells[column])),
    }
  }
  const incomingRows = async function* () {
    try {
      yield sample.map(incomingRow)
      for (let next = await batches.next(); next.done !== true; next = await batches.next())
        yield next.value.filter((row) => !isBlank(row)).map(incomingRow)
    } finally {
      await batches.return?.()
    }
    if (merged.length > 0) halt(mergedRefusal(fileName, merged))
  }
  return accepted({ header: kept.map(({ name }) => name), rows: incomingRows() })
}

function isBlank({ cells }: SheetRow): boolean {
  return cells.every(({ text, fault }) => fault === null && text.trim() === '')
}

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.map(({ text }) => text)
}

const SHOWN_CELLS = 5

function mergedRefusal(fileName: string, merged: readonly string[]) {
  const shown = merged.slice(0, SHOWN_CELLS).join('、')
  return refusedRecords(
    'sheet-merged-cells',
    fileName,
    merged.length > SHOWN_CELLS ? `${shown} 等 ${merged.length} 处` : shown,
  )
}

function faultOf(row: number, column: string, cell: CellValue | undefined): readonly RecordFault[] {
  if (cell === undefined || cell.fault === null) return []
  const at = { row, column, value: cell.text }
  return [cell.fault === 'formula-empty' ? recordFault(at, cell.fault) : recordFault(at, cell.fault, cell.text)]
}
