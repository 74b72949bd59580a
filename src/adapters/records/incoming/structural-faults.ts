import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import type { CsvRecord } from './csv-records.ts'
import { LONGEST_ROW } from './prepared-file.ts'

/**
 * What makes DuckDB reject a record of a CSV. Empty cells behind the last column are taken for delimiters too many, as DuckDB
 * does. A record whose quotes are `cut` is the whole file's fault as well.
 */
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

/** What is said of a file that ends within quotes. */
export const CUT = '最后一行停在引号里'
