import type { FileLook } from '../../../app/ports/record-store.ts'
import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import { csvLine } from './csv-line.ts'
import { SAMPLE_ROWS } from './csv-shape.ts'
import type { IncomingTable } from './incoming-table.ts'
import { LONGEST_ROW, MOST_FAULTS } from './prepared-file.ts'
import { rowMap } from './row-map.ts'
import type { WorkFile } from './work-file.ts'

export interface WrittenTable {
  readonly sample: FileLook['sample']
  readonly rowOf: (index: number) => number
  readonly faults: readonly RecordFault[]
  /** How many rows there were, faulty or not. */
  readonly rows: number
}

/** Writes a table as the CSV that DuckDB reads best. Rows with faults are left out: nothing will be imported anyway. */
export async function writeTable({ header, rows }: IncomingTable, file: WorkFile): Promise<WrittenTable> {
  const map = rowMap()
  const sample: (readonly string[])[] = []
  const faults: RecordFault[] = []
  let count = 0
  await file.write(csvLine(header))
  for await (const batch of rows) {
    const lines: string[] = []
    for (const { row, cells, faults: found } of batch) {
      const line = csvLine(cells)
      if (sample.length < SAMPLE_ROWS) sample.push(cells)
      count += 1
      const isTooLong = line.length > LONGEST_ROW
      if (found.length > 0 || isTooLong) {
        const at = { row, column: null, value: null }
        if (faults.length < MOST_FAULTS)
          faults.push(...(isTooLong ? [recordFault(at, 'row-too-long', String(line.length))] : found))
        continue
      }
      map.add(row)
      lines.push(line)
    }
    await file.write(lines.join(''))
  }
  return { sample, rowOf: map.rowOf, faults: faults.slice(0, MOST_FAULTS), rows: count }
}
