import type { DuckDBConnection } from '@duckdb/node-api'
import { dirname } from 'node:path'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { syncFolder } from '../../evidence/durable-files.ts'
import { numberOf, rowsOf, textOf } from '../duckdb-rows.ts'
import { refuseNewer } from '../newer-columns.ts'
import type { RecordFile } from '../record-files.ts'
import { literal, quoted, storedColumns } from '../stored-columns.ts'
import { filesSql, type Comparison } from './compare-held.ts'
import { ownSortKey, sortKey, type ImportJob } from './import-job.ts'
import { copyToFile } from './parquet-copy.ts'
import { recordColumns } from './record-sql.ts'

export interface Written {
  readonly gone: readonly RecordFile[]
  readonly come: readonly RecordFile[]
  /** Months whose records changed. */
  readonly months: readonly string[]
}

/** Writes every month that changes anew beside the old one, and what is replaced to a file of its own. Nothing is listed yet. */
export async function writeMonths(
  job: ImportJob,
  held: readonly RecordFile[],
  comparison: Comparison,
): Promise<Kept<Written>> {
  const { connection, room, tenantId, set, watch } = job
  const news = await countMonths(job, comparison)
  const months = [...new Set([...news.keys(), ...comparison.replacedIn.keys()])].toSorted()
  const total = [...news.values()].reduce((sum, count) => sum + count, 0)
  let done = 0
  watch.onProgress({ step: 'writing', done, total, unit: 'rows' })
  const gone = held.filter(({ month }) => months.includes(month))
  const here = await room.shelf.bring(job, gone, true)
  if (!here.ok) return here
  for (const file of gone) {
    const known = await refuseNewer(connection, set, room.folders.file(tenantId, file))
    if (!known.ok) return known
  }
  const width = Math.max(1, Math.min(room.threads, months.length, MOST_AT_ONCE))
  // Each month has a thread of Node's; DuckDB's own are what is left. Of two that write one row group, one is in the way.
  await connection.run(`SET threads = ${room.threads - width + 1}`)
  const come = await inParallel(width, months, async (month) => {
    const own = gone.find((file) => file.month === month) ?? null
    const left = (own?.records ?? 0) - (comparison.replacedIn.get(month) ?? 0) + (news.get(month) ?? 0)
    if (left === 0) return null
    const file = await job.duckDb.on(watch.signal, (connection) => writeMonth(job, connection, month, own, comparison))
    done += news.get(month) ?? 0
    watch.onProgress({ step: 'writing', done, total, unit: 'rows' })
    return file
  })
  const whole = come.filter((file) => file !== null)
  if (comparison.corrected > 0) {
    const columns = storedColumns(set).map(({ name }) => quoted(name))
    const select = `SELECT ${columns.join(', ')} FROM job.replaced ORDER BY ${sortKey(set, 'superseded').join(', ')}`
    whole.push(await copyToFile(job, connection, { dataSet: set.name, part: 'superseded', month: '' }, select))
  }
  for (const folder of new Set(whole.map((file) => dirname(room.folders.file(tenantId, file)))))
    await syncFolder(folder)
  const counted = (files: readonly RecordFile[]) =>
    files.filter(({ part }) => part === 'current').reduce((sum, { records }) => sum + records, 0)
  if (counted(whole) !== counted(gone) + comparison.added)
    throw new Error(`${counted(whole)} records written, ${counted(gone)} + ${comparison.added} expected`)
  return accepted({ gone, come: whole, months })
}

/** Node has four threads for files and DuckDB together. */
const MOST_AT_ONCE = 4

async function countMonths({ set, connection }: ImportJob, { news }: Comparison): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf(
    connection,
    `SELECT strftime(m, '%Y-%m') AS month, n FROM
     (SELECT date_trunc('month', ${quoted(set.recordedOn)}) AS m, count(*) AS n FROM ${news.table} GROUP BY 1)`,
  )
  return new Map(rows.map((row) => [textOf(row, 'month'), numberOf(row, 'n')]))
}

async function writeMonth(
  job: ImportJob,
  connection: DuckDBConnection,
  month: string,
  held: RecordFile | null,
  { news, replacedIn }: Comparison,
): Promise<RecordFile> {
  const { set, asked } = job
  const day = quoted(set.recordedOn)
  const own = `FROM ${news.table} WHERE ${day} >= DATE '${month}-01' AND ${day} < DATE '${month}-01' + INTERVAL 1 MONTH`
  const stored = recordColumns(job, literal(month), news.version)
  const file = { dataSet: set.name, part: 'current', month } as const
  // What follows from other columns is computed of sorted rows, so that it need not be carried along.
  if (held === null)
    return copyToFile(
      job,
      connection,
      file,
      `SELECT ${stored} FROM (SELECT * ${own} ORDER BY ${ownSortKey(job).join(', ')})`,
    )
  const columns = storedColumns(set).map(({ name }) => quoted(name))
  const kept = `SELECT ${columns.join(', ')} FROM ${filesSql(job, [held])} ${
    replacedIn.has(month)
      ? `WHERE NOT (source = ${literal(asked.profile.source)} AND record_id IN (SELECT record_id FROM job.replaced))`
      : ''
  }`
  const inOrder = `SELECT * FROM (${kept} UNION ALL SELECT ${stored} ${own}) ORDER BY ${sortKey(set, 'current').join(', ')}`
  return copyToFile(job, connection, file, inOrder)
}

/** `width` at a time: a month is often one row group, which one thread writes. */
async function inParallel<Given, Made>(
  width: number,
  given: readonly Given[],
  make: (one: Given) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  const waiting = [...given.entries()]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, one] = next
      made[at] = await make(one)
    }
  }
  // All have ended before the first failure is told: their tables are about to go.
  const ends = await Promise.allSettled(Array.from({ length: width }, () => work().catch(stop)))
  function stop(error: unknown): never {
    waiting.length = 0
    throw error
  }
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return made
}
