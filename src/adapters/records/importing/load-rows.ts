import { rowOf, numberOf } from '../duckdb-rows.ts'
import { sortKey, type ImportJob } from './import-job.ts'
import { rowSql } from './row-sql.ts'
import { watched } from './watched.ts'

export interface LoadedRows {
  readonly rows: number
  readonly faulty: number
}

/** Reads, checks and sorts the whole file into the job's table `rows`. */
export async function loadRows({ set, asked, source, on, connection, bytes, watch }: ImportJob): Promise<LoadedRows> {
  const key = sortKey(set).filter((column) => column !== 'source')
  const rows = rowSql(set, asked.profile, source, on)
  await watched(connection, watch, { step: 'reading', total: bytes, unit: 'bytes' }, () =>
    connection.run(`CREATE TABLE job.rows AS SELECT * FROM (${rows}) ORDER BY ${key.join(', ')}`),
  )
  const counted = await rowOf(
    connection,
    `SELECT count(*) AS n, count(*) FILTER (WHERE is_faulty) AS faulty FROM job.rows`,
  )
  return { rows: numberOf(counted, 'n'), faulty: numberOf(counted, 'faulty') }
}
