import type { ImportReport } from '../../app/ports/record-store.ts'
import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { corruption } from '../sqlite/sqlite-fault.ts'
import { integerOf, oneOf, prepare, textOf, type SqlRow } from '../sqlite/statement.ts'
import { parsedOf } from './parsed-column.ts'
import type { RecordFile, SourceSpan } from './record-files.ts'

/** Which files hold and which import wrote them: the only thing that a commit of an import changes. Throws what SQLite throws. */
export interface Catalog {
  readonly database: Database
  readonly files: (tenantId: TenantId) => readonly RecordFile[]
  /** Every file of every tenant, for sweeping. */
  readonly allFiles: () => readonly { readonly tenantId: TenantId; readonly file: RecordFile }[]
  /** Newest first. */
  readonly imports: (tenantId: TenantId) => readonly ImportReport[]
  /** The line that the working days of all held records are counted with; null where nothing is held. */
  readonly line: (tenantId: TenantId) => HeldLine | null
  /** In one transaction: these files instead of those, the import, the line. */
  readonly commit: (tenantId: TenantId, swap: Swap) => void
}

export interface Swap {
  readonly report: ImportReport
  readonly gone: readonly RecordFile[]
  readonly come: readonly RecordFile[]
  readonly line: WorkdayLine
}

/** A line as it is kept: a letter for each day, `W` for a working day and `r` for one of rest. */
export interface HeldLine {
  readonly version: string
  readonly anchor: PlainDate
  readonly from: PlainDate
  readonly to: PlainDate
  /** `start` of the first day. */
  readonly first: number
  readonly days: string
}

export function openCatalog(database: Database): Catalog {
  const files = prepare(
    database,
    'SELECT * FROM record_files WHERE tenant_id = ? ORDER BY data_set, part, month, digest',
    fileOf,
  )
  const allFiles = prepare(database, 'SELECT tenant_id, * FROM record_files', (row) => ({
    tenantId: textOf(row, 'tenant_id') as TenantId,
    file: fileOf(row),
  }))
  const imports = prepare(database, 'SELECT * FROM record_imports WHERE tenant_id = ? ORDER BY seq DESC', reportOf)
  const line = prepare(database, 'SELECT line FROM record_lines WHERE tenant_id = ?', (row) =>
    parsedOf<HeldLine>(row, 'line'),
  )
  const write = writer(database)
  return {
    database,
    files: (tenantId) => files.all(tenantId),
    allFiles: () => allFiles.all(),
    imports: (tenantId) => imports.all(tenantId),
    line: (tenantId) => line.get(tenantId),
    commit: (tenantId, swap) => transaction(database, () => write(tenantId, swap)),
  }
}

export function heldLine({ version, anchor, from, to, days }: WorkdayLine): HeldLine {
  return {
    version,
    anchor,
    from,
    to,
    first: days[0]?.start ?? 0,
    days: days.map(({ isWorkingDay }) => (isWorkingDay ? 'W' : 'r')).join(''),
  }
}

function writer(database: Database): (tenantId: TenantId, swap: Swap) => void {
  const remove = prepare(
    database,
    'DELETE FROM record_files WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
  )
  const add = prepare(
    database,
    `INSERT INTO record_files (tenant_id, data_set, part, month, digest, bytes, records, sources, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const report = prepare(
    database,
    `INSERT INTO record_imports (tenant_id, seq, import_id, file_name, file_digest, profile_id, data_set, source,
       imported_by, imported_at, row_count, added, corrected, unchanged, months, calendar_version)
     SELECT ?, 1 + coalesce(max(seq), 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM record_imports WHERE tenant_id = ?`,
  )
  const line = prepare(
    database,
    `INSERT INTO record_lines (tenant_id, version, line) VALUES (?, ?, ?)
     ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version, line = excluded.line`,
  )
  return (tenantId, swap) => {
    const own = swap.report
    for (const file of swap.gone)
      if (remove.run(tenantId, file.dataSet, file.part, file.month, file.digest) !== 1)
        throw new Error(`not in the catalog: ${file.dataSet}/${file.month}/${file.digest}`)
    for (const { dataSet, part, month, digest, bytes, records, sources } of swap.come)
      add.run(tenantId, dataSet, part, month, digest, bytes, records, JSON.stringify(sources), own.importId)
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
      JSON.stringify(own.months),
      own.calendarVersion,
      tenantId,
    )
    line.run(tenantId, swap.line.version, JSON.stringify(heldLine(swap.line)))
  }
}

function fileOf(row: SqlRow): RecordFile {
  return {
    dataSet: dataSetOf(row),
    part: oneOf(row, 'part', ['current', 'superseded']),
    month: textOf(row, 'month'),
    digest: textOf(row, 'digest'),
    bytes: integerOf(row, 'bytes'),
    records: integerOf(row, 'records'),
    sources: parsedOf<readonly SourceSpan[]>(row, 'sources'),
  }
}

function reportOf(row: SqlRow): ImportReport {
  return {
    importId: textOf(row, 'import_id'),
    fileName: textOf(row, 'file_name'),
    fileDigest: textOf(row, 'file_digest'),
    profileId: textOf(row, 'profile_id'),
    dataSet: dataSetOf(row),
    source: textOf(row, 'source'),
    by: textOf(row, 'imported_by') as PersonId,
    at: timestamp(textOf(row, 'imported_at')),
    rows: integerOf(row, 'row_count'),
    added: integerOf(row, 'added'),
    corrected: integerOf(row, 'corrected'),
    unchanged: integerOf(row, 'unchanged'),
    months: parsedOf<readonly string[]>(row, 'months'),
    calendarVersion: textOf(row, 'calendar_version'),
  }
}

function dataSetOf(row: SqlRow): DataSetName {
  const name = textOf(row, 'data_set')
  const set = findDataSet(name)
  if (set === null) throw corruption(`no data set ${name}`)
  return set.name
}
