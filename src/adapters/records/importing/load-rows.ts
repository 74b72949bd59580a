import { rowOf, numberOf } from '../duckdb-rows.ts'
import type { ImportJob } from './import-job.ts'
import { sortKey } from './import-job.ts'
import { rowSql } from './row-sql.ts'
import { watched } from './watched.ts'

export interface LoadedRows {
  readonly rows: number
  readonly faulty: number
}

/** Reads, checks and sorts the whole file into the job's table `rows`. */
export async function loadRows(job: ImportJob): Promise<LoadedRows> {
  const { set, asked, source, on, connection, schema, prepared, watch } = job
  const key = sortKey(set).replace('source, ', '')
  const total = prepared.look.bytes
  await watched(connection, watch, { step: 'reading', total, unit: 'bytes' }, () =>
    connection.run(
      `CREATE TABLE ${schema}.rows AS SELECT * FROM (${rowSql(set, asked.profile, source, on)}) ORDER BY ${key}`,
    ),
  )
  const counted = await rowOf(
    connection,
    `SELECT count(*) AS n, count(*) FILTER (WHERE is_faulty) AS faulty FROM ${schema}.rows`,
  )
  return { rows: numberOf(counted, 'n'), faulty: numberOf(counted, 'faulty') }
}
