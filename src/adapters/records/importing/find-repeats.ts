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
  const { connection } = job
  await connection.run(
    `CREATE TABLE job.repeated AS SELECT record_id FROM job.rows
     WHERE record_id IS NOT NULL GROUP BY record_id HAVING count(*) > 1`,
  )
  await connection.run(
    `CREATE TABLE job.clashing AS SELECT record_id FROM job.rows SEMI JOIN job.repeated USING (record_id)
     GROUP BY record_id HAVING count(DISTINCT row(${mappedColumns(job).join(', ')})) > 1`,
  )
  const { repeated, clashing } = await rowOf(
    connection,
    `SELECT (SELECT count(*) FROM job.repeated) AS repeated, (SELECT count(*) FROM job.clashing) AS clashing`,
  )
  if (repeated === 0 || clashing !== 0) return { collapsed: 0, clashing: Number(clashing) }
  const removed = await rowOf(
    connection,
    `DELETE FROM job.rows WHERE record_id IN (FROM job.repeated) AND rowid NOT IN
     (SELECT min(rowid) FROM job.rows SEMI JOIN job.repeated USING (record_id) GROUP BY record_id)`,
  )
  return { collapsed: numberOf(removed, 'Count'), clashing: 0 }
}
