import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { openCatalog } from '../../src/adapters/records/catalog.ts'
import { STORED_PARQUET } from '../../src/adapters/records/importing/parquet-copy.ts'
import { recordFolders, type RecordFile, type RecordFolders } from '../../src/adapters/records/record-files.ts'
import { quoted, storedColumns } from '../../src/adapters/records/stored-columns.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import type { ImportReport } from '../../src/app/ports/record-store.ts'
import { id, type CenterId, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { WorkingCalendar } from '../../src/core/kernel/working-days.ts'
import { codesOf } from '../../src/core/records/code-sets.ts'
import { dataSet } from '../../src/core/records/data-sets.ts'
import { derivedColumns } from '../../src/core/records/derived-columns.ts'
import { workdayLine, type WorkdayLine } from '../../src/core/records/workday-line.ts'
import { kept } from '../fixtures/acting-office.ts'
import { benchCenters, benchDay, benchRows, benchTime, type BenchRows } from './record-rows.ts'

export const BENCH_TENANT = id<TenantId>('bench')
const SOURCE = 'bench'

export interface BenchRecords {
  readonly folder: string
  readonly catalogFile: string
  readonly line: WorkdayLine
  readonly centers: readonly CenterId[]
  /** Rows of all sets together, and the bytes of their files. */
  readonly rows: number
  readonly bytes: number
}

/** A store as an import leaves it, with a year of `cases` cases and what belongs to them. */
export async function benchRecords(root: string, cases: number): Promise<BenchRecords> {
  const line = await benchLine()
  const folder = join(root, 'records')
  const catalogFile = join(root, 'records.sqlite')
  const folders = recordFolders(folder)
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GB', temp_directory: join(root, 'spill') })
  const connection = await instance.connect()
  await connection.run(daysTable(line))
  const files: RecordFile[] = []
  const sets = benchRows(cases)
  for (const set of sets) files.push(...(await writeSet(connection, folders, set, cases)))
  connection.closeSync()
  instance.closeSync()
  const database = kept(openSqliteSql(catalogFile, CATALOG_MIGRATIONS))
  const catalog = openCatalog(database)
  for (const { dataSet: name } of sets) {
    const come = files.filter((file) => file.dataSet === name)
    const report = reportOf(come, line)
    kept(
      await catalog.commit(BENCH_TENANT, {
        report,
        at: report.at,
        gone: [],
        come,
        recounted: [],
        line,
        corrects: null,
        after: kept(await catalog.count(BENCH_TENANT)),
      }),
    )
  }
  await database.close()
  return {
    folder,
    catalogFile,
    line,
    centers: centersOf(cases),
    rows: files.reduce((sum, { records }) => sum + records, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

export function centersOf(cases: number): readonly CenterId[] {
  return Array.from({ length: benchCenters(cases) }, (_, at) => id<CenterId>(`c${at}`))
}

export async function benchLine(): Promise<WorkdayLine> {
  const opened = await noticeFolders(textFiles).open(join('notices', 'qingpu-2021'))
  if (!opened.ok || opened.value.calendar === null) throw new Error('no calendar')
  const calendar: WorkingCalendar = opened.value.calendar
  return kept(workdayLine([calendar], calendar.from))
}

function daysTable({ days }: WorkdayLine): string {
  const rows = days.map(({ day, start, stop }) => `(DATE '${day}', ${start}, ${stop})`)
  return `CREATE TABLE line AS SELECT * FROM (VALUES ${rows.join(', ')}) AS l(day, start_day, stop_day)`
}

async function writeSet(
  connection: DuckDBConnection,
  folders: RecordFolders,
  set: BenchRows,
  cases: number,
): Promise<RecordFile[]> {
  const { recordedOn } = dataSet(set.dataSet)
  const files: RecordFile[] = []
  for (const month of monthsWith(set)) {
    const draft = join(folders.work, 'draft.parquet')
    mkdirSync(dirname(draft), { recursive: true })
    await connection.run(
      `COPY (SELECT * FROM (${typedRows(set, cases, month)}) ORDER BY ${recordedOn}, ${orderRest(set)}) TO '${draft}' (${STORED_PARQUET})`,
    )
    const facts = await connection.runAndReadAll(
      `SELECT count(*)::INTEGER, min(record_id), max(record_id) FROM '${draft}'`,
    )
    const [[records, first, last] = [0, '', '']] = facts.getRowsJS() as [number, string, string][]
    const digest = await digestOf(draft)
    const file: RecordFile = {
      dataSet: set.dataSet,
      part: 'current',
      month,
      digest,
      bytes: statSync(draft).size,
      records,
      sources: [{ source: SOURCE, records, first, last }],
      batch: null,
    }
    const path = folders.file(BENCH_TENANT, file)
    mkdirSync(dirname(path), { recursive: true })
    renameSync(draft, path)
    files.push(file)
  }
  return files
}

/** What happens, happens in every month; what is registered once, is registered on the first day. */
function monthsWith({ dataSet: name, fields }: BenchRows): readonly string[] {
  const all = Array.from({ length: 12 }, (_, at) => `2021-${String(at + 1).padStart(2, '0')}`)
  return (fields[dataSet(name).recordedOn] ?? '').startsWith('DATE ') ? all.slice(0, 1) : all
}

function orderRest({ fields }: BenchRows): string {
  return 'center_id' in fields ? 'center_id, record_id' : 'record_id'
}

/** Every stored column in its order; a field that the benchmark leaves empty is NULL of its type. */
function typedRows(set: BenchRows, cases: number, month: string): string {
  const { fields } = set
  const known = dataSet(set.dataSet)
  const derived = derivedColumns(known)
  const own = storedColumns(known).filter(({ name }) => !derived.some((one) => one.name === name))
  const values = own.map(({ name, type }) => {
    if (name === 'source') return `'${SOURCE}' AS source`
    if (name === 'version') return '1 AS version'
    if (name === 'month') return `'${month}' AS month`
    return `CAST(${fields[name] ?? 'NULL'} AS ${type}) AS ${quoted(name)}`
  })
  const counted = derived.filter(({ derivation }) => derivation === 'start' || derivation === 'stop')
  const beside = derived.map(({ name, field, derivation }) => {
    if (derivation === 'seconds') return `CAST(epoch(o.${field}) - 28800 AS BIGINT) AS ${name}`
    if (derivation === 'rank') return `${rankOf(set.dataSet, field)} AS ${name}`
    return `l_${name}.${derivation}_day AS ${name}`
  })
  const joins = counted.map(({ name, field }) => `LEFT JOIN line l_${name} ON l_${name}.day = CAST(o.${field} AS DATE)`)
  const named = `SELECT ${values.join(', ')} FROM (${casesIn(set, cases, month)})`
  return `SELECT ${[...own.map(({ name }) => `o.${quoted(name)}`), ...beside].join(', ')} FROM (${named}) o ${joins.join(' ')}`
}

/** `i`, `k` and `t` of the rows in a month. */
function casesIn(set: BenchRows, cases: number, month: string): string {
  const rows = `SELECT i, ${set.caseOf} AS k FROM range(${set.rows}) r(i)`
  const day = benchDay(cases)
  const within =
    monthsWith(set).length === 1 ? 'true' : `${day} >= ${dayOfYear(month)} AND ${day} < ${dayOfYear(next(month))}`
  return `SELECT i, k, ${benchTime(cases)} AS t FROM (${rows}) WHERE ${within}`
}

/** From 0. */
function dayOfYear(month: string): number {
  return Math.round((Date.parse(`${month}-01`) - Date.parse('2021-01-01')) / 86_400_000)
}

function next(month: string): string {
  const at = new Date(Date.parse(`${month}-01`) + 31 * 86_400_000)
  return at.toISOString().slice(0, 7)
}

function rankOf(name: BenchRows['dataSet'], field: string): string {
  const kind = dataSet(name).fields.find((one) => one.name === field)?.kind
  if (kind?.kind !== 'code') return 'NULL'
  return `CASE ${field} ${codesOf(kind.codes)
    .map(({ code, rank }) => `WHEN '${code}' THEN ${rank ?? 'NULL'}`)
    .join(' ')} END`
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function reportOf(files: readonly RecordFile[], line: WorkdayLine): ImportReport {
  const [file] = files
  const rows = files.reduce((sum, { records }) => sum + records, 0)
  return {
    importId: `bench-${file?.dataSet}`,
    fileName: 'bench.csv',
    fileDigest: '0'.repeat(64),
    profileId: 'bench',
    dataSet: file?.dataSet ?? 'service_cases',
    source: SOURCE,
    by: id<PersonId>('bench'),
    at: timestamp('2022-01-04T09:00:00+08:00'),
    rows,
    added: rows,
    corrected: 0,
    unchanged: 0,
    leftOut: 0,
    months: files.map(({ month }) => month),
    calendarVersion: line.version,
  }
}
