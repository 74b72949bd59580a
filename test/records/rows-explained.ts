import type { PreparedFile } from '../../src/adapters/records/incoming/prepared-file.ts'
import { faultSink } from '../../src/adapters/records/importing/fault-sink.ts'
import { soundRows } from '../../src/adapters/records/importing/sound-rows.ts'
import type { Kept } from '../../src/app/ports/record-store.ts'
import { accepted } from '../../src/core/kernel/outcome.ts'
import type { RecordFault } from '../../src/core/records/record-faults.ts'

/** What an import says of rows that are none: those that preparing found, and those that DuckDB rejects. */
export async function rowsExplained(
  prepared: PreparedFile,
  fileName: string,
  workFolder: string,
): Promise<Kept<readonly RecordFault[]>> {
  const sink = faultSink()
  for await (const faulty of prepared.faulty.read()) await sink.add(faulty)
  if (prepared.table.kind === 'parquet') return accepted(sink.faults())
  const sound = await soundRows(prepared, fileName, workFolder, { onProgress: () => undefined, signal: null }, sink)
  if (!sound.ok) return sound
  return accepted(sink.faults())
}
