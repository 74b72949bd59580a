import type { RecordRow, RecordStore } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { rowsOf } from '../duckdb-rows.ts'
import { recordRow } from '../record-row.ts'
import { quoted, tableColumns } from '../stored-columns.ts'
import type { RecordRoom } from '../record-room.ts'
import { checkFile } from './check-file.ts'
import { faultSink } from './fault-sink.ts'
import type { ImportJob } from './import-job.ts'
import { recordColumns } from './record-sql.ts'
import { withJob } from './with-job.ts'

/** Everything that an import checks, and the first good rows as it would keep them. */
export function previewFile(room: RecordRoom): RecordStore['preview'] {
  return (tenantId, asked, watch) =>
    withJob(room, tenantId, asked, watch, async ({ job, prepared }) => {
      const sink = faultSink()
      const checked = await checkFile(job, prepared, sink)
      if (!checked.ok) return checked
      const { rows } = checked.value
      const faulty = sink.count()
      return accepted({
        rows,
        good: rows - faulty,
        faulty,
        faults: sink.faults(),
        sample: await sampleOf(checked.value.job),
      })
    })
}

async function sampleOf(job: ImportJob): Promise<readonly RecordRow[]> {
  const { set, connection } = job
  const month = `strftime(${quoted(set.recordedOn)}, '%Y-%m')`
  const good = `SELECT * FROM job.rows WHERE NOT is_faulty AND record_id NOT IN (SELECT record_id FROM job.clashing) LIMIT 50`
  const rows = await rowsOf(
    connection,
    `SELECT ${tableColumns(set)} FROM (SELECT ${recordColumns(job, month, '1')} FROM (${good}))`,
  )
  return rows.map(recordRow)
}
