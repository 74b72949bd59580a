import type { ImportReport } from '../../app/ports/record-store.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, oneOf, textOf, type SqlRow, type SqlValue } from '../sql/row.ts'
import { command, query, type SqlDatabase, type SqlStatement } from '../sql/sql-database.ts'
import type { HeldLine } from './held-line.ts'
import { parsedOf } from './parsed-column.ts'
import { LAST_IMPORT, swapFiles, type Swap } from './catalog-swap.ts'
import type { Batch, FilePlace, RecordFile, SourceSpan } from './record-files.ts'
import { shardsChanged } from './settled-shards.ts'

/** Which files hold and which import wrote them: the only thing that a commit of an import changes. */
export interface Catalog {
  /** What a person knows it by. */
  readonly place: string
  readonly files: (tenantId: TenantId) => Promise<Stored<readonly RecordFile[]>>
  /** Where the files lie that hold now, in the same order: what every query asks, without reading what else is known of them. */
  readonly currentPlaces: (tenantId: TenantId) => Promise<Stored<readonly FilePlace[]>>
  /** Every file of every tenant, for sweeping. */
  readonly allFiles: () => Promise<Stored<readonly TenantFile[]>>
  /** Newest first. */
  readonly imports: (tenantId: TenantId) => Promise<Stored<readonly ImportReport[]>>
  /** The line that the working days of all held records are counted with; null where nothing is held. */
  readonly line: (tenantId: TenantId) => Promise<Stored<HeldLine | null>>
  /** In one transaction: these files instead of those, the import, the line, and the refused imports that it corrects are forgotten. */
  readonly commit: (tenantId: TenantId, swap: Swap) => Promise<Stored<null>>
  /** How many imports there were: what `commit` is told, so that it finds out whether another one came in between. */
  readonly count: (tenantId: TenantId) => Promise<Stored<number>>
  /** Files that an import before the time replaced and that nobody lists any more: they may go. */
  readonly goneFiles: (tenantId: TenantId, before: Timestamp) => Promise<Stored<readonly FilePlace[]>>
  /** Which have such files, or imports refused before the time. */
  readonly dueTenants: (before: Timestamp) => Promise<Stored<readonly TenantId[]>>
  readonly forgetGone: (tenantId: TenantId, file: FilePlace) => Promise<Stored<null>>
  readonly refuse: (tenantId: TenantId, refused: RefusedImport) => Promise<Stored<null>>
  /** Imports that were refused and whose error files are kept. */
  readonly refused: (tenantId: TenantId) => Promise<Stored<readonly RefusedImport[]>>
  readonly allRefused: () => Promise<Stored<readonly { readonly tenantId: TenantId; readonly importId: string }[]>>
  readonly forgetAllGone: () => Promise<Stored<null>>
  readonly forgetRefused: (tenantId: TenantId, importId: string) => Promise<Stored<null>>
}

export interface TenantFile {
  readonly tenantId: TenantId
  readonly file: RecordFile
}

/** `firstId` is the import that a chain of corrections began with, or its own. */
export interface RefusedImport {
  readonly importId: string
  readonly firstId: string
  readonly refusedAt: Timestamp
}

const FILES = query('SELECT * FROM record_files WHERE tenant_id = ? ORDER BY data_set, part, month, digest', fileOf)
const CURRENT_PLACES = query(
  `SELECT data_set, part, month, digest FROM record_files WHERE tenant_id = ? AND part = 'current'
   ORDER BY data_set, part, month, digest`,
  placeOf,
)
/** Needs nothing of the catalog but this one table, which every version has. */
export const ALL_FILES = query('SELECT * FROM record_files ORDER BY tenant_id', (row): TenantFile => ({
  tenantId: tenantIn(row),
  file: fileOf(row),
}))
const IMPORTS = query('SELECT * FROM record_imports WHERE tenant_id = ? ORDER BY seq DESC', reportOf)
const LINE = query('SELECT line FROM record_lines WHERE tenant_id = ?', (row) => parsedOf<HeldLine>(row, 'line'))
const GONE = query('SELECT * FROM record_files_gone WHERE tenant_id = ? AND gone_at < ?', placeOf)
const DUE = query(
  `SELECT tenant_id FROM refused_imports WHERE refused_at < ?
   UNION SELECT tenant_id FROM record_files_gone WHERE gone_at < ?`,
  tenantIn,
)
const FORGET_GONE = command(
  'DELETE FROM record_files_gone WHERE tenant_id = ? AND data_set = ? AND part = ? AND month = ? AND digest = ?',
)
const REFUSE = command('INSERT INTO refused_imports (tenant_id, import_id, first_id, refused_at) VALUES (?, ?, ?, ?)')
const REFUSED = query('SELECT * FROM refused_imports WHERE tenant_id = ? ORDER BY import_id', refusedOf)
const FORGET_REFUSED = command('DELETE FROM refused_imports WHERE tenant_id = ? AND import_id = ?')
const ALL_REFUSED = query('SELECT tenant_id, import_id FROM refused_imports', (row) => ({
  tenantId: tenantIn(row),
  importId: textOf(row, 'import_id'),
}))
const FORGET_ALL_GONE = command('DELETE FROM record_files_gone WHERE tenant_id IS NOT NULL')

export function openCatalog(database: SqlDatabase): Catalog {
  const done = (statement: SqlStatement<never>, ...values: readonly SqlValue[]): Promise<Stored<null>> =>
    database.ask(async (sql) => {
      await sql.run(statement, ...values)
      return null
    })
  return {
    place: database.place,
    files: (tenantId) => database.ask((sql) => sql.all(FILES, tenantId)),
    currentPlaces: (tenantId) => database.ask((sql) => sql.all(CURRENT_PLACES, tenantId)),
    allFiles: () => database.ask((sql) => sql.all(ALL_FILES)),
    imports: (tenantId) => database.ask((sql) => sql.all(IMPORTS, tenantId)),
    line: (tenantId) => database.ask((sql) => sql.get(LINE, tenantId)),
    commit: async (tenantId, swap) => {
      const swapped = await database.change((sql) => swapFiles(sql, tenantId, swap))
      if (!swapped.ok) return swapped
      if (swapped.value === 'elsewhere') return shardsChanged(database.place)
      return swapped.value === 'done' ? accepted(null) : storeFault('store-busy', database.place)
    },
    count: async (tenantId) => database.ask(async (sql) => (await sql.get(LAST_IMPORT, tenantId)) ?? 0),
    goneFiles: (tenantId, before) => database.ask((sql) => sql.all(GONE, tenantId, before)),
    dueTenants: (before) => database.ask((sql) => sql.all(DUE, before, before)),
    forgetGone: (tenantId, { dataSet, part, month, digest }) =>
      done(FORGET_GONE, tenantId, dataSet, part, month, digest),
    refuse: (tenantId, { importId, firstId, refusedAt }) => done(REFUSE, tenantId, importId, firstId, refusedAt),
    refused: (tenantId) => database.ask((sql) => sql.all(REFUSED, tenantId)),
    allRefused: () => database.ask((sql) => sql.all(ALL_REFUSED)),
    forgetAllGone: () => done(FORGET_ALL_GONE),
    forgetRefused: (tenantId, importId) => done(FORGET_REFUSED, tenantId, importId),
  }
}

export function tenantIn(row: SqlRow): TenantId {
  return textOf(row, 'tenant_id') as TenantId
}

function refusedOf(row: SqlRow): RefusedImport {
  return {
    importId: textOf(row, 'import_id'),
    firstId: textOf(row, 'first_id'),
    refusedAt: timestamp(textOf(row, 'refused_at')),
  }
}

export function placeOf(row: SqlRow): FilePlace {
  return {
    dataSet: dataSetOf(row),
    part: oneOf(row, 'part', ['current', 'superseded']),
    month: textOf(row, 'month'),
    digest: textOf(row, 'digest'),
  }
}

export function fileOf(row: SqlRow): RecordFile {
  return {
    ...placeOf(row),
    bytes: integerOf(row, 'bytes'),
    records: integerOf(row, 'records'),
    sources: parsedOf<readonly SourceSpan[]>(row, 'sources'),
    batch: batchOf(row),
  }
}

/** Catalogs of before there were batches have no such column. */
function batchOf(row: SqlRow): Batch | null {
  if (row['batch'] === undefined || row['batch'] === null) return null
  return { id: textOf(row, 'batch'), spread: parsedOf<readonly number[]>(row, 'spread') }
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

export function dataSetOf(row: SqlRow): DataSetName {
  const name = textOf(row, 'data_set')
  const set = findDataSet(name)
  if (set === null) throw corruption(`no data set ${name}`)
  return set.name
}
