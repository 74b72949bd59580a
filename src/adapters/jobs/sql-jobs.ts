import type { Job, JobEnd, JobStore, KeptJob } from '../../app/ports/job-store.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { JOB_MIGRATIONS } from './job-migrations.ts'
import { openSqliteStore } from '../sqlite/sqlite-sql.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'

const BEGIN = command(
  `INSERT INTO job (tenant_id, place, job_id, kind, assessment_id, by_person, at, about)
   SELECT CAST(? AS TEXT), 1 + coalesce(max(place), 0), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
     CAST(? AS TEXT), CAST(? AS TEXT)
   FROM job WHERE tenant_id = ?`,
)
const END = command('UPDATE job SET ended_at = ?, result = ? WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL')
const FIND = query('SELECT * FROM job WHERE tenant_id = ? AND job_id = ?', jobOf)
const LIST = query(
  `SELECT * FROM job WHERE tenant_id = ? AND kind = ? AND assessment_id IS NOT DISTINCT FROM ? AND place < ?
   ORDER BY place DESC LIMIT ?`,
  jobOf,
)
const UNFINISHED = query('SELECT * FROM job WHERE tenant_id = ? AND ended_at IS NULL ORDER BY place', jobOf)
const SWEEP = command('DELETE FROM job WHERE tenant_id = ? AND ended_at < ?')

/** Jobs in one SQLite file. */
export const openSqliteJobs = (path: string) => openSqliteStore(path, JOB_MIGRATIONS, sqlJobs)

/** Jobs in a database, so that a process that starts knows what another one left behind. */
export function sqlJobs(database: SqlDatabase): JobStore {
  return {
    begin: (tenantId, job) =>
      database.change(async (sql) => {
        const { jobId, by, at, about } = job
        await sql.run(BEGIN, tenantId, jobId, about.kind, assessmentOf(job), by, at, JSON.stringify(about), tenantId)
        return null
      }),
    end: (tenantId, jobId, { at, ...result }) =>
      database.ask(async (sql) => {
        await sql.run(END, at, JSON.stringify(result), tenantId, jobId)
        return null
      }),
    job: (tenantId, jobId) => database.ask((sql) => sql.get(FIND, tenantId, jobId)),
    jobs: (tenantId, { kind, assessmentId }, before, limit) =>
      database.ask((sql) => sql.all(LIST, tenantId, kind, assessmentId, before ?? Number.MAX_SAFE_INTEGER, limit)),
    unfinished: (tenantId) => database.ask((sql) => sql.all(UNFINISHED, tenantId)),
    sweep: (tenantId, before) => database.ask((sql) => sql.run(SWEEP, tenantId, before)),
  }
}

function assessmentOf({ about }: Job): string | null {
  return about.kind === 'detection-run' ? about.assessmentId : null
}

function jobOf(row: SqlRow): KeptJob {
  const result = textOrNull(row, 'result')
  return {
    place: integerOf(row, 'place'),
    jobId: textOf(row, 'job_id'),
    by: textOf(row, 'by_person') as PersonId,
    at: timeOf(row, 'at'),
    about: parsed<Job['about']>(textOf(row, 'about')),
    end: result === null ? null : ({ at: timeOf(row, 'ended_at'), ...parsed<object>(result) } as JobEnd),
  }
}

function timeOf(row: SqlRow, column: string) {
  const time = parseTimestamp(textOf(row, column))
  if (time === null) throw corruption(`column ${column} is no time`)
  return time
}

function parsed<Shape>(text: string): Shape {
  try {
    return JSON.parse(text) as Shape
  } catch (error) {
    throw corruption(`a job is no JSON: ${String(error)}`)
  }
}
