import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { literal, storedColumns, storedRows, quoted } from '../stored-columns.ts'
import { numberOf, rowOf, rowsOf, textOf } from '../duckdb-rows.ts'
import type { RecordFile } from '../record-files.ts'
import type { ImportJob } from './import-job.ts'

/** What an import changes, against what is held. */
export interface Comparison {
  readonly added: number
  readonly corrected: number
  readonly unchanged: number
  /** The job's table with the records to write, and its expression for their version. */
  readonly news: { readonly table: string; readonly version: string }
  /** How many records of a month are replaced. */
  readonly replacedIn: ReadonlyMap<string, number>
}

/**
 * Compares every record with the one that is held under its key, in whichever month that lies, in every field: a field that the
 * profile leaves out is empty. Makes the job's table `replaced` of those that differ, and where any key is held, `news` of
 * what is to be written.
 */
export async function compareHeld(job: ImportJob, held: readonly RecordFile[]): Promise<Kept<Comparison>> {
  const { set, asked, connection } = job
  const source = literal(asked.profile.source)
  const counted = await rowOf(
    connection,
    `SELECT count(*) AS n, min(record_id) AS a, max(record_id) AS z FROM job.rows`,
  )
  const rows = numberOf(counted, 'n')
  const candidates = held.filter(({ sources }) =>
    sources.some((span) => span.source === asked.profile.source && overlaps(span, counted)),
  )
  const here = await job.room.shelf.bring(job, candidates, false)
  if (!here.ok) return here
  const hits = await findHits(job, candidates)
  if (hits.size === 0) {
    const news = { table: `job.rows`, version: '1' }
    return accepted({ added: rows, corrected: 0, unchanged: 0, news, replacedIn: new Map() })
  }
  const known = [...hits.values()].reduce((sum, count) => sum + count, 0)
  const hitFiles = candidates.filter(({ month }) => hits.has(month))
  const columns = storedColumns(set).map(({ name }) => `h.${quoted(name)}`)
  const differs = set.fields
    .filter(({ name }) => name !== 'record_id')
    .map(({ name }) => `h.${quoted(name)} IS DISTINCT FROM ${isMapped(job, name) ? `r.${quoted(name)}` : 'NULL'}`)
  await connection.run(
    `CREATE TABLE job.replaced AS SELECT ${columns.join(', ')} FROM ${filesSql(job, hitFiles)} h
     JOIN job.rows r ON r.record_id = h.record_id AND h.source = ${source} WHERE ${differs.join(' OR ')}`,
  )
  await connection.run(
    `CREATE TABLE job.news AS SELECT r.*, coalesce(p.version, 0) + 1 AS version
     FROM job.rows r LEFT JOIN job.replaced p ON p.record_id = r.record_id
     WHERE p.record_id IS NOT NULL OR r.record_id NOT IN (SELECT record_id FROM job.hits)`,
  )
  const replaced = await rowsOf(connection, `SELECT month, count(*) AS n FROM job.replaced GROUP BY month`)
  const corrected = replaced.reduce((sum, row) => sum + numberOf(row, 'n'), 0)
  return accepted({
    added: rows - known,
    corrected,
    unchanged: known - corrected,
    news: { table: `job.news`, version: 'version' },
    replacedIn: new Map(replaced.map((row) => [textOf(row, 'month'), numberOf(row, 'n')])),
  })
}

/** Current files of the job's set for `SELECT … FROM`. */
export function filesSql({ room, tenantId, set }: ImportJob, files: readonly RecordFile[]): string {
  return storedRows(
    set,
    files.map((file) => room.folders.file(tenantId, file)),
  )
}

/** How many of the job's ids are held in which month. Only ids are read: of most imports, none is. */
async function findHits(job: ImportJob, candidates: readonly RecordFile[]): Promise<ReadonlyMap<string, number>> {
  const { asked, connection } = job
  if (candidates.length === 0) return new Map()
  await connection.run(
    `CREATE TABLE job.hits AS SELECT h.record_id, h.month FROM ${filesSql(job, candidates)} h
     SEMI JOIN job.rows r ON r.record_id = h.record_id WHERE h.source = ${literal(asked.profile.source)}`,
  )
  const counts = await rowsOf(connection, `SELECT month, count(*) AS n FROM job.hits GROUP BY month`)
  return new Map(counts.map((row) => [textOf(row, 'month'), numberOf(row, 'n')]))
}

/** By bytes of UTF-8, as DuckDB orders texts. */
function overlaps(span: { readonly first: string; readonly last: string }, ids: Parameters<typeof textOf>[0]): boolean {
  const isAfter = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) > 0
  return !isAfter(span.first, textOf(ids, 'z')) && !isAfter(textOf(ids, 'a'), span.last)
}

function isMapped({ asked }: ImportJob, name: string): boolean {
  return asked.profile.columns[name] !== undefined
}
