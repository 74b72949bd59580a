import { open } from 'node:fs/promises'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import { csvReader, type CsvRecord } from './csv-records.ts'
import { decodedPieces } from './decoded-pieces.ts'
import { LONGEST_ROW, MOST_FAULTS, type PreparedFile } from './prepared-file.ts'

/**
 * What made DuckDB reject rows of a prepared file, and what preparing it found: rows with too few or too many columns and
 * broken quotes, the first 1,000 by row. A file that ends within a quoted value is refused as a whole: it was cut.
 */
export async function structuralFaults(
  prepared: PreparedFile,
  fileName: string,
): Promise<Kept<readonly RecordFault[]>> {
  const { table, look, rowOf } = prepared
  const faults: RecordFault[] = []
  for await (const row of prepared.faulty.read()) faults.push(...row.faults)
  if (table.kind === 'parquet') return accepted(faults)
  const reader = csvReader(table.delimiter)
  let isCut = false
  const take = (records: readonly CsvRecord[]) => {
    for (const record of records) {
      if (record.row > 1) faults.push(...recordFaults(record, look.header.length, rowOf(record.row - 2)))
      isCut ||= record.quotes === 'cut'
    }
  }
  const file = await open(table.path)
  try {
    for await (const text of decodedPieces(file, fileName, 'utf-8', () => undefined)) {
      take(reader.add(text))
      if (faults.length >= MOST_FAULTS) break
    }
    if (faults.length < MOST_FAULTS) take(reader.end())
  } finally {
    await file.close()
  }
  if (isCut) return refusedRecords('file-damaged', fileName, CUT)
  return accepted(faults.sort((one, other) => one.row - other.row).slice(0, MOST_FAULTS))
}

/** What is said of a file that ends within quotes. */
export const CUT = '最后一行停在引号里'

/** Empty cells behind the last column are taken for delimiters too many, as DuckDB does. */
export function recordFaults(
  { cells, width, length, quotes }: CsvRecord,
  expected: number,
  row: number,
): readonly RecordFault[] {
  const at = { row, column: null, value: null }
  if (quotes !== 'whole') return [recordFault(at, 'quote-broken')]
  if (length > LONGEST_ROW) return [recordFault(at, 'row-too-long', String(length))]
  if (width < expected) return [recordFault(at, 'columns-too-few', String(width), String(expected))]
  if (cells.slice(expected).every((cell) => cell === '')) return []
  return [recordFault(at, 'columns-too-many', String(width), String(expected))]
}
