import { numberOf, rowOf } from '../duckdb-rows.ts'
import { mappedColumns, type ImportJob } from './import-job.ts'

export interface Repeats {
  /** Rows that say again what another row says: taken out of `rows`. */
  readonly collapsed: number
  /** Ids under which rows say different things: listed in the job's table `clashing`. */
  readonly clashing: number
}

/** A record that stands in a file twice is one record where all that is kept of it is the same, and a fault where it is not. */
export async function findRepeats(job: ImportJob): Promise<Repeats> {
  const { connection, schema } = job
  await connection.run(
    `CREATE TABLE ${schema}.repeated AS SELECT record_id FROM ${schema}.rows
     WHERE record_id IS NOT NULL GROUP BY record_id HAVING count(*) > 1`,
  )
  await connection.run(
    `CREATE TABLE ${schema}.clashing AS SELECT record_id FROM ${schema}.rows SEMI JOIN ${schema}.repeated USING (record_id)
     GROUP BY record_id HAVING count(DISTINCT row(${mappedColumns(job).join(', ')})) > 1`,
  )
  const { repeated, clashing } = await rowOf(
    connection,
    `SELECT (SELECT count(*) FROM ${schema}.repeated) AS repeated, (SELECT count(*) FROM ${schema}.clashing) AS clashing`,
  )
  if (repeated === 0 || clashing !== 0) return { collapsed: 0, clashing: Number(clashing) }
  const removed = await rowOf(
    connection,
    `DELETE FROM ${schema}.rows WHERE record_id IN (FROM ${schema}.repeated) AND rowid NOT IN
     (SELECT min(rowid) FROM ${schema}.rows SEMI JOIN ${schema}.repeated USING (record_id) GROUP BY record_id)`,
  )
  return { collapsed: numberOf(removed, 'Count'), clashing: 0 }
}
