import { rowOf, numberOf } from '../duckdb-rows.ts'
import type { ImportJob } from './import-job.ts'
import { rowSql } from './row-sql.ts'
import { watched } from './watched.ts'

export interface LoadedRows {
  readonly rows: number
  readonly faulty: number
}

/** Reads and checks the whole file into the job's table `rows`, in no order: what is written is sorted then. */
export async function loadRows({ set, asked, source, on, connection, bytes, watch }: ImportJob): Promise<LoadedRows> {
  const rows = rowSql(set, asked.profile, source, on)
  // Keeping the order of a file costs DuckDB a second copy of it. The places of faulty rows are read with it again.
  await connection.run('SET preserve_insertion_order = false')
  try {
    await watched(connection, watch, { step: 'reading', total: bytes, unit: 'bytes' }, () =>
      connection.run(`CREATE TABLE job.rows AS ${rows}`),
    )
  } finally {
    await connection.run('SET preserve_insertion_order = true')
  }
  const counted = await rowOf(
    connection,
    `SELECT count(*) AS n, count(*) FILTER (WHERE is_faulty) AS faulty FROM job.rows`,
  )
  return { rows: numberOf(counted, 'n'), faulty: numberOf(counted, 'faulty') }
}
