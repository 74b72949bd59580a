import type { ImportReport } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { Database } from '../sqlite/open-database.ts'
import { prepare } from '../sqlite/statement.ts'
import { heldLine } from './held-line.ts'
import type { FilePlace, Recounted, RecordFile } from './record-files.ts'

export interface Swap {
  /** What becomes visible at `at`; null where no file was imported and only days were counted anew. */
  readonly report: ImportReport | null
  readonly at: Timestamp
  readonly gone: readonly RecordFile[]
  readonly come: readonly RecordFile[]
  /** Files in the place of those with the same records. */
  readonly recounted: readonly Recounted[]
  readonly line: WorkdayLine
  /** The `firstId` of the refused imports that this one makes good; null where there are none. */
  readonly corrects: string | null
}

/** Within a transaction of the caller's. */
export function catalogSwap(database: Database): (tenantId: TenantId, swap: Swap) => void {
  const remove = prepare(
    database,
    'DELETE FROM record_files WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
  )
  const leave = prepare(
    database,
    `INSERT INTO record_files_gone (tenant_id, data_set, part, month, digest, gone_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  )
  const comeBack = prepare(
    database,
    'DELETE FROM record_files_gone WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
  )
  const add = prepare(
    database,
    `INSERT INTO record_files (tenant_id, data_set, part, month, digest, bytes, records, sources, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const report = prepare(
    database,
    `INSERT INTO record_imports (tenant_id, seq, import_id, file_name, file_digest, profile_id, data_set, source,
       imported_by, imported_at, row_count, added, corrected, unchanged, left_out, months, calendar_version)
     SELECT ?, 1 + coalesce(max(seq), 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM record_imports WHERE tenant_id = ?`,
  )
  const forget = prepare(database, 'DELETE FROM refused_imports WHERE tenant_id = ? AND first_id = ?')
  const line = prepare(
    database,
    `INSERT INTO record_lines (tenant_id, version, line) VALUES (?, ?, ?)
     ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, line = excluded.line`,
  )
  const recount = prepare(
    database,
    `UPDATE record_files SET digest = ?, bytes = ?
     WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?`,
  )
  const atOnce = (changed: number, { dataSet, month, digest }: FilePlace): void => {
    if (changed !== 1) throw new Error(`not in the catalog: ${dataSet}/${month}/${digest}`)
  }
  const leavePlace = (tenantId: TenantId, { dataSet, part, month, digest }: FilePlace, at: Timestamp): void =>
    void leave.run(tenantId, dataSet, part, month, digest, at)
  const takePlace = (tenantId: TenantId, { dataSet, part, month, digest }: FilePlace): void =>
    void comeBack.run(tenantId, dataSet, part, month, digest)
  return (tenantId, { report: own, at, gone, come, recounted, line: counted, corrects }) => {
    for (const file of gone) {
      atOnce(remove.run(tenantId, file.dataSet, file.part, file.month, file.digest), file)
      leavePlace(tenantId, file, at)
    }
    for (const { from, to } of recounted) {
      atOnce(recount.run(to.digest, to.bytes, tenantId, from.dataSet, from.part, from.month, from.digest), from)
      leavePlace(tenantId, from, at)
      takePlace(tenantId, to)
    }
    line.run(tenantId, counted.version, JSON.stringify(heldLine(counted)))
    if (own === null) return
    for (const file of come) {
      const { dataSet, part, month, digest, bytes, records, sources } = file
      takePlace(tenantId, file)
      add.run(tenantId, dataSet, part, month, digest, bytes, records, JSON.stringify(sources), own.importId)
    }
    if (corrects !== null) forget.run(tenantId, corrects)
    report.run(
      tenantId,
      own.importId,
      own.fileName,
      own.fileDigest,
      own.profileId,
      own.dataSet,
      own.source,
      own.by,
      own.at,
      own.rows,
      own.added,
      own.corrected,
      own.unchanged,
      own.leftOut,
      JSON.stringify(own.months),
      own.calendarVersion,
      tenantId,
    )
  }
}
