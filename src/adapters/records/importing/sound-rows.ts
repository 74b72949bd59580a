import { open } from 'node:fs/promises'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept, Watch } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { csvLine } from '../incoming/csv-line.ts'
import { csvReader, type CsvRecord } from '../incoming/csv-records.ts'
import { decodedPieces } from '../incoming/decoded-pieces.ts'
import { unlessHalted } from '../incoming/halt.ts'
import { progressOf } from '../incoming/progress-of.ts'
import type { PreparedFile } from '../incoming/prepared-file.ts'
import { rowMap } from '../incoming/row-map.ts'
import { CUT, recordFaults } from '../incoming/structural-faults.ts'
import { createWorkFile } from '../incoming/work-file.ts'
import type { FaultSink } from './fault-sink.ts'

/**
 * What DuckDB can read of a CSV that it rejected: all records with the right number of cells and whole quotes, written to the
 * work folder. `sink` is told of the others. A file that ends within a quoted value is refused as a whole: it was cut.
 */
export async function soundRows(
  prepared: PreparedFile,
  fileName: string,
  workFolder: string,
  watch: Watch,
  sink: FaultSink,
): Promise<Kept<PreparedFile>> {
  const { table, look } = prepared
  if (table.kind !== 'csv') throw new Error('only a CSV is rejected for its rows')
  return unlessHalted({ path: table.path, fileName, workFolder }, async () => {
    const out = await createWorkFile(workFolder)
    const file = await open(table.path)
    const { decoded } = progressOf(watch, look.bytes)
    const map = rowMap()
    let isCut = false
    const take = async (records: readonly CsvRecord[]) => {
      const lines: string[] = []
      for (const record of records) {
        if (record.row === 1) continue
        isCut ||= record.quotes === 'cut'
        const { cells } = record
        const row = prepared.rowOf(record.row - 2)
        const faults = recordFaults(record, look.header.length, row)
        if (faults.length > 0) await sink.add({ row, cells, faults })
        else {
          map.add(row)
          lines.push(csvLine(cells.slice(0, look.header.length)))
        }
      }
      await out.write(lines.join(''))
    }
    try {
      const reader = csvReader(table.delimiter)
      await out.write(csvLine(look.header))
      for await (const text of decodedPieces(file, fileName, 'utf-8', decoded)) await take(reader.add(text))
      await take(reader.end())
      await out.finish()
    } catch (error) {
      await out.discard()
      throw error
    } finally {
      await file.close()
    }
    if (isCut) return refusedRecords('file-damaged', fileName, CUT)
    return accepted({ ...prepared, table: { kind: 'csv', path: out.path, delimiter: ',' }, rowOf: map.rowOf })
  })
}
