import type { ImportReport } from '../../app/ports/record-store.ts'
import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, oneOf, textOf, type SqlRow } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import type { HeldLine } from './held-line.ts'
import { parsedOf } from './parsed-column.ts'
import { catalogSwap, type Swap } from './catalog-swap.ts'
import type { FilePlace, RecordFile, SourceSpan } from './record-files.ts'

/** Which files hold and which import wrote them: the only thing that a commit of an import changes. Throws what SQLite throws. */
export interface Catalog {
  readonly database: Database
  readonly files: (tenantId: TenantId) => readonly RecordFile[]
  /** Where the files lie that hold now, in the same order: what every query asks, without reading what else is known of them. */
  readonly currentPlaces: (tenantId: TenantId) => readonly FilePlace[]
  /** Every file of every tenant, for sweeping. */
  readonly allFiles: () => readonly { readonly tenantId: TenantId; readonly file: RecordFile }[]
  /** Newest first. */
  readonly imports: (tenantId: TenantId) => readonly ImportReport[]
  /** The line that the working days of all held records are counted with; null where nothing is held. */
  readonly line: (tenantId: TenantId) => HeldLine | null
  /** In one transaction: these files instead of those, the import, the line, and the refused imports that it corrects are forgotten. */
  readonly commit: (tenantId: TenantId, swap: Swap) => void
  /** Files that an import before the time replaced and that nobody lists any more: they may go. */
  readonly goneFiles: (tenantId: TenantId, before: Timestamp) => readonly FilePlace[]
  readonly forgetGone: (tenantId: TenantId, file: FilePlace) => void
  readonly refuse: (tenantId: TenantId, refused: RefusedImport) => void
  /** Imports that were refused and whose error files are kept. */
  readonly refused: (tenantId: TenantId) => readonly RefusedImport[]
  readonly allRefused: () => readonly { readonly tenantId: TenantId; readonly importId: string }[]
  readonly forgetAllGone: () => void
  readonly forgetRefused: (tenantId: TenantId, importId: string) => void
}

/** `firstId` is the import that a chain of corrections began with, or its own. */
export interface RefusedImport {
  readonly importId: string
  readonly firstId: string
  readonly refusedAt: Timestamp
}

/** Needs nothing of the catalog but this one table, which every version has. */
export function allFilesIn(database: Database): Catalog['allFiles'] {
  const files = prepare(database, 'SELECT tenant_id, * FROM record_files', (row) => ({
    tenantId: textOf(row, 'tenant_id') as TenantId,
    file: fileOf(row),
  }))
  return () => files.all()
}

export function openCatalog(database: Database): Catalog {
  const files = prepare(
    database,
    'SELECT * FROM record_files WHERE tenant_id = ? ORDER BY data_set, part, month, digest',
    fileOf,
  )
  const currentPlaces = prepare(
    database,
    `SELECT data_set, part, month, digest FROM record_files WHERE tenant_id = ? AND part = 'current'
     ORDER BY data_set, part, month, digest`,
    placeOf,
  )
  const imports = prepare(database, 'SELECT * FROM record_imports WHERE tenant_id = ? ORDER BY seq DESC', reportOf)
  const line = prepare(database, 'SELECT line FROM record_lines WHERE tenant_id = ?', (row) =>
    parsedOf<HeldLine>(row, 'line'),
  )
  const gone = prepare(database, 'SELECT * FROM record_files_gone WHERE tenant_id = ? AND gone_at < ?', placeOf)
  const forgetGone = prepare(
    database,
    'DELETE FROM record_files_gone WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
  )
  const refuse = prepare(
    database,
    'INSERT INTO refused_imports (tenant_id, import_id, first_id, refused_at) VALUES (?, ?, ?, ?)',
  )
  const refused = prepare(database, 'SELECT * FROM refused_imports WHERE tenant_id = ? ORDER BY import_id', refusedOf)
  const forgetRefused = prepare(database, 'DELETE FROM refused_imports WHERE tenant_id = ? AND import_id = ?')
  const allRefused = prepare(database, 'SELECT tenant_id, import_id FROM refused_imports', (row) => ({
    tenantId: textOf(row, 'tenant_id') as TenantId,
    importId: textOf(row, 'import_id'),
  }))
  const forgetAllGone = prepare(database, 'DELETE FROM record_files_gone WHERE tenant_id IS NOT NULL')
  const write = catalogSwap(database)
  return {
    database,
    files: (tenantId) => files.all(tenantId),
    currentPlaces: (tenantId) => currentPlaces.all(tenantId),
    allFiles: allFilesIn(database),
    imports: (tenantId) => imports.all(tenantId),
    line: (tenantId) => line.get(tenantId),
    commit: (tenantId, swap) => transaction(database, () => write(tenantId, swap)),
    goneFiles: (tenantId, before) => gone.all(tenantId, before),
    forgetGone: (tenantId, { dataSet, part, month, digest }) =>
      void forgetGone.run(tenantId, dataSet, part, month, digest),
    refuse: (tenantId, { importId, firstId, refusedAt }) => void refuse.run(tenantId, importId, firstId, refusedAt),
    refused: (tenantId) => refused.all(tenantId),
    allRefused: () => allRefused.all(),
    forgetAllGone: () => void forgetAllGone.run(),
    forgetRefused: (tenantId, importId) => void forgetRefused.run(tenantId, importId),
  }
}

function refusedOf(row: SqlRow): RefusedImport {
  return {
    importId: textOf(row, 'import_id'),
    firstId: textOf(row, 'first_id'),
    refusedAt: timestamp(textOf(row, 'refused_at')),
  }
}

function placeOf(row: SqlRow): FilePlace {
  return {
    dataSet: dataSetOf(row),
    part: oneOf(row, 'part', ['current', 'superseded']),
    month: textOf(row, 'month'),
    digest: textOf(row, 'digest'),
  }
}

function fileOf(row: SqlRow): RecordFile {
  return {
    ...placeOf(row),
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
    leftOut: integerOf(row, 'left_out'),
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
