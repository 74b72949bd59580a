import type { ImportReport } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import { integerOf } from '../sql/row.ts'
import { command, query, type Sql } from '../sql/sql-database.ts'
import { heldLine } from './held-line.ts'
import type { FilePlace, Recounted, RecordFile } from './record-files.ts'
import { SHARDS } from './settled-shards.ts'

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
  /** `Catalog.count` when the files were read that this import was compared with. */
  readonly after: number
  /** On how many shards the files were put; where it is not given, they lie in a folder. */
  readonly shards?: number
}

const REMOVE = command(
  'DELETE FROM record_files WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
)
const LEAVE = command(
  `INSERT INTO record_files_gone (tenant_id, data_set, part, month, digest, gone_at) VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT DO NOTHING`,
)
const COME_BACK = command(
  'DELETE FROM record_files_gone WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
)
const ADD = command(
  `INSERT INTO record_files (tenant_id, data_set, part, month, digest, bytes, records, sources, import_id, batch, spread)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
const LEAVE_BATCH = command('UPDATE record_batches SET gone_at = ? WHERE tenant_id = ? AND batch = ?')
export const LAST_IMPORT = query('SELECT coalesce(max(seq), 0) AS seq FROM record_imports WHERE tenant_id = ?', (row) =>
  integerOf(row, 'seq'),
)
const REPORT = command(
  `INSERT INTO record_imports (tenant_id, seq, import_id, file_name, file_digest, profile_id, data_set, source,
     imported_by, imported_at, row_count, added, corrected, unchanged, left_out, months, calendar_version)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
const FORGET = command('DELETE FROM refused_imports WHERE tenant_id = ? AND first_id = ?')
const COUNT_WITH = command(
  `INSERT INTO record_lines (tenant_id, version, line) VALUES (?, ?, ?)
   ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, line = excluded.line`,
)
const RECOUNT = command(
  `UPDATE record_files SET digest = ?, bytes = ?, batch = ?, spread = ?
   WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?`,
)

/** Within a transaction of the caller's. Nothing is changed where another import, or another number of shards, came in between. */
export async function swapFiles(sql: Sql, tenantId: TenantId, swap: Swap): Promise<'done' | 'overtaken' | 'elsewhere'> {
  const { report, at, gone, come, recounted, line, corrects, after, shards } = swap
  if (shards !== undefined && (await sql.get(SHARDS))?.shards !== shards) return 'elsewhere'
  if ((await sql.get(LAST_IMPORT, tenantId)) !== after) return 'overtaken'
  const keyOf = ({ dataSet, part, month, digest }: FilePlace) => [tenantId, dataSet, part, month, digest] as const
  for (const file of gone) {
    expectOne(await sql.run(REMOVE, ...keyOf(file)), file)
    await sql.run(LEAVE, ...keyOf(file), at)
    if (file.batch !== null) await sql.run(LEAVE_BATCH, at, tenantId, file.batch.id)
  }
  for (const { from, to } of recounted) {
    expectOne(await sql.run(RECOUNT, to.digest, to.bytes, ...batchOf(to), ...keyOf(from)), from)
    await sql.run(LEAVE, ...keyOf(from), at)
    if (from.batch !== null) await sql.run(LEAVE_BATCH, at, tenantId, from.batch.id)
    await sql.run(COME_BACK, ...keyOf(to))
  }
  await sql.run(COUNT_WITH, tenantId, line.version, JSON.stringify(heldLine(line)))
  if (report === null) return 'done'
  for (const file of come) {
    await sql.run(COME_BACK, ...keyOf(file))
    const { bytes, records, sources } = file
    await sql.run(ADD, ...keyOf(file), bytes, records, JSON.stringify(sources), report.importId, ...batchOf(file))
  }
  if (corrects !== null) await sql.run(FORGET, tenantId, corrects)
  await tell(sql, tenantId, report)
  return 'done'
}

function batchOf({ batch }: RecordFile): readonly [id: string | null, spread: string | null] {
  return batch === null ? [null, null] : [batch.id, JSON.stringify(batch.spread)]
}

function expectOne(changed: number, { dataSet, month, digest }: FilePlace): void {
  if (changed !== 1) throw new Error(`not in the catalog: ${dataSet}/${month}/${digest}`)
}

async function tell(sql: Sql, tenantId: TenantId, report: ImportReport): Promise<void> {
  await sql.run(
    REPORT,
    tenantId,
    1 + ((await sql.get(LAST_IMPORT, tenantId)) ?? 0),
    report.importId,
    report.fileName,
    report.fileDigest,
    report.profileId,
    report.dataSet,
    report.source,
    report.by,
    report.at,
    report.rows,
    report.added,
    report.corrected,
    report.unchanged,
    report.leftOut,
    JSON.stringify(report.months),
    report.calendarVersion,
  )
}
