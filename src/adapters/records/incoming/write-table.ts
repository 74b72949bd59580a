import type { FileLook } from '../../../app/ports/record-store.ts'
import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import { csvLine } from './csv-line.ts'
import { SAMPLE_ROWS } from './csv-shape.ts'
import type { FaultyRowsFile } from './faulty-rows.ts'
import type { IncomingTable } from './incoming-table.ts'
import { LONGEST_ROW } from './prepared-file.ts'
import { rowMap } from './row-map.ts'
import type { WorkFile } from './work-file.ts'

export interface WrittenTable {
  readonly sample: FileLook['sample']
  readonly rowOf: (index: number) => number
  /** How many rows there were, faulty or not. */
  readonly rows: number
}

/** Writes a table as the CSV that DuckDB reads best. Rows with faults go to `faulty` instead. */
export async function writeTable(
  { header, rows }: IncomingTable,
  file: WorkFile,
  faulty: FaultyRowsFile,
): Promise<WrittenTable> {
  const map = rowMap()
  const sample: (readonly string[])[] = []
  let count = 0
  await file.write(csvLine(header))
  for await (const batch of rows) {
    const lines: string[] = []
    for (const { row, cells, faults: found } of batch) {
      const line = csvLine(cells)
      if (sample.length < SAMPLE_ROWS) sample.push(cells)
      count += 1
      const tooLong = line.length > LONGEST_ROW ? [tooLongFault(row, line.length)] : []
      if (found.length > 0 || tooLong.length > 0) {
        await faulty.add({ row, cells, faults: [...found, ...tooLong] })
        continue
      }
      map.add(row)
      lines.push(line)
    }
    await file.write(lines.join(''))
  }
  return { sample, rowOf: map.rowOf, rows: count }
}

function tooLongFault(row: number, length: number): RecordFault {
  return recordFault({ row, column: null, value: null }, 'row-too-long', String(length))
}
