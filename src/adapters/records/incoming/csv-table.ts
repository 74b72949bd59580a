import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import { csvReader, type CsvRecord } from './csv-records.ts'
import { isBlankCsvRecord, type CsvShape } from './csv-shape.ts'
import { decodedPieces } from './decoded-pieces.ts'
import { halt } from './halt.ts'
import type { Incoming } from './incoming.ts'
import type { IncomingRow, IncomingTable } from './incoming-table.ts'
import { recordFaults } from './structural-faults.ts'
import type { TextEncoding } from './text-encoding.ts'
import { unwrapped } from './wrapped-cell.ts'

/**
 * A CSV with columns that have no name and, as is seen on the way, no content either: they are left out. Or one whose cells are
 * wrapped as formulas.
 */
export function csvTable(
  incoming: Incoming,
  encoding: TextEncoding,
  { delimiter, leadingLines, header }: CsvShape,
  names: readonly string[],
): IncomingTable {
  const width = header?.width ?? 0
  const kept = names.flatMap((name, column) => (name === '' ? [] : [{ name, column }]))
  const incomingRow = (record: CsvRecord): IncomingRow => {
    const { row, cells } = record
    const faults = recordFaults(record, width, row)
    const stray = cells.findIndex(
      (cell, column) => cell.trim() !== '' && column < width && (names[column] ?? '') === '',
    )
    if (stray !== -1 && faults.length === 0)
      halt(refusedRecords('header-blank', incoming.fileName, String(stray + 1), String(row)))
    if (faults.length > 0) return { row, cells, faults }
    return { row, cells: kept.map(({ column }) => unwrapped(cells[column] ?? '')), faults }
  }
  const rows = async function* () {
    const reader = csvReader(delimiter)
    let ahead = leadingLines
    let isHeader = true
    const dataOf = (records: readonly CsvRecord[]) => {
      const data = records.filter((record) => !isBlankCsvRecord(record))
      if (!isHeader || data.length === 0) return data.map(incomingRow)
      isHeader = false
      return data.slice(1).map(incomingRow)
    }
    for await (const piece of decodedPieces(incoming.file, incoming.fileName, encoding, incoming.progress.decoded)) {
      yield dataOf(reader.add(ahead > 0 ? withoutLine(piece) : piece))
      ahead = 0
    }
    yield dataOf(reader.end())
  }
  return { header: kept.map(({ name }) => name), rows: rows() }
}

function withoutLine(piece: string): string {
  return piece.replace(/^[^\n\r]*(?:\r\n|\n|\r)/u, '')
}
