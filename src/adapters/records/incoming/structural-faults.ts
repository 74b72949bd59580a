import { createReadStream } from 'node:fs'
import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import { csvReader, type CsvRecord } from './csv-records.ts'
import type { PreparedFile } from './prepared-file.ts'

/** At most this many are explained; nobody reads more. */
const MOST = 1000

/** Which rows of a prepared CSV have too few or too many columns, or broken quotes: the first 1,000, in order. */
export async function structuralFaults(prepared: PreparedFile): Promise<readonly RecordFault[]> {
  const faults: RecordFault[] = [...prepared.faults]
  if (prepared.table.kind === 'parquet') return faults
  const width = prepared.look.header.length
  const reader = csvReader(prepared.table.delimiter)
  const take = (records: readonly CsvRecord[]) => {
    for (const record of records) if (record.row > 1) faults.push(...faultsOf(record, width, prepared.rowOf))
  }
  for await (const text of createReadStream(prepared.table.path, 'utf8')) {
    take(reader.add(text as string))
    if (faults.length >= MOST) return faults.slice(0, MOST)
  }
  take(reader.end())
  return faults.slice(0, MOST)
}

function faultsOf({ row, cells, quotes }: CsvRecord, width: number, rowOf: PreparedFile['rowOf']): RecordFault[] {
  const at = { row: rowOf(row - 2), column: null, value: null }
  if (quotes !== 'whole') return [recordFault(at, 'quote-broken')]
  if (cells.length < width) return [recordFault(at, 'columns-too-few', String(cells.length), String(width))]
  const isOneEmptyMore = cells.length === width + 1 && cells.at(-1) === ''
  if (cells.length > width && !isOneEmptyMore)
    return [recordFault(at, 'columns-too-many', String(cells.length), String(width))]
  return []
}
