import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import type { PreparedFile } from '../incoming/prepared-file.ts'
import { explainRows, gatherFaulty } from './explain-rows.ts'
import type { FaultSink } from './fault-sink.ts'
import { findRepeats } from './find-repeats.ts'
import { isRejectedCsv } from './import-faults.ts'
import type { ImportJob } from './import-job.ts'
import { loadRows, type LoadedRows } from './load-rows.ts'
import { soundRows } from './sound-rows.ts'
import { sourceSql } from './source-sql.ts'

export interface CheckedFile {
  /** With the source that could be read: where the file has rows that are none, a part of it. */
  readonly job: ImportJob
  /** Of the file, faulty ones too. */
  readonly rows: number
  /** Rows that say again what another row says. */
  readonly collapsed: number
}

/** Reads and checks every row. Where `sink` was told of none, the job's table `rows` is the records of the file. */
export async function checkFile(job: ImportJob, prepared: PreparedFile, sink: FaultSink): Promise<Kept<CheckedFile>> {
  for await (const faulty of prepared.faulty.read()) await sink.add(faulty)
  const loaded = await loadOrSift(job, prepared, sink)
  if (!loaded.ok) return loaded
  const { job: own, rows, faulty } = loaded.value
  const broken = sink.count()
  own.watch.onProgress({ step: 'checking', done: 0, total: rows, unit: 'rows' })
  const { collapsed, clashing } = await findRepeats(own)
  if (faulty > 0 || clashing > 0) {
    await gatherFaulty(own)
    for await (const row of explainRows(own)) await sink.add(row)
  }
  return accepted({ job: own, rows: rows + broken, collapsed })
}

/** Loads the file, or, where DuckDB rejects it, those of its rows that are rows. */
async function loadOrSift(
  job: ImportJob,
  prepared: PreparedFile,
  sink: FaultSink,
): Promise<Kept<LoadedRows & { readonly job: ImportJob }>> {
  try {
    return accepted({ ...(await loadRows(job)), job })
  } catch (error) {
    if (prepared.table.kind !== 'csv' || !isRejectedCsv(error)) throw error
    const { fileName } = job.asked
    const before = sink.count()
    const sound = await soundRows(prepared, fileName, job.folder, job.watch, sink)
    if (!sound.ok) return sound
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    if (sink.count() === before) return refusedRecords('file-damaged', fileName, detail)
    const sifted = { ...job, source: sourceSql(sound.value) }
    return accepted({ ...(await loadRows(sifted)), job: sifted })
  }
}
