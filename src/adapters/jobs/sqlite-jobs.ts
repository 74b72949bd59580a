import type { Job, JobEnd, JobStore, KeptJob } from '../../app/ports/job-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { corruption, guarded } from '../sqlite/sqlite-fault.ts'
import { integerOf, prepare, textOf, textOrNull, type SqlRow } from '../sqlite/statement.ts'
import { JOB_MIGRATIONS } from './job-migrations.ts'

/** Jobs in one SQLite file, so that a process that starts knows what another one left behind. */
export function openSqliteJobs(path: string): Stored<JobStore & { readonly close: () => void }> {
  const opened = openDatabase(path, JOB_MIGRATIONS)
  if (!opened.ok) return opened
  const database = opened.value
  const begin = prepare(
    database,
    `INSERT INTO job (tenant_id, place, job_id, kind, assessment_id, by_person, at, about)
     SELECT ?, 1 + coalesce(max(place), 0), ?, ?, ?, ?, ?, ? FROM job WHERE tenant_id = ?`,
  )
  const end = prepare(
    database,
    'UPDATE job SET ended_at = ?, result = ? WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL',
  )
  const find = prepare(database, 'SELECT * FROM job WHERE tenant_id = ? AND job_id = ?', jobOf)
  const list = prepare(
    database,
    `SELECT * FROM job WHERE tenant_id = ? AND kind = ? AND assessment_id IS ? AND place < ?
     ORDER BY place DESC LIMIT ?`,
    jobOf,
  )
  const unfinished = prepare(
    database,
    'SELECT * FROM job WHERE tenant_id = ? AND ended_at IS NULL ORDER BY place',
    jobOf,
  )
  const sweep = prepare(database, 'DELETE FROM job WHERE tenant_id = ? AND ended_at < ?')
  return accepted({
    begin: async (tenantId, job) =>
      guarded(path, () => {
        const { jobId, by, at, about } = job
        begin.run(tenantId, jobId, about.kind, assessmentOf(job), by, at, JSON.stringify(about), tenantId)
        return null
      }),
    end: async (tenantId, jobId, { at, ...result }) =>
      guarded(path, () => {
        end.run(at, JSON.stringify(result), tenantId, jobId)
        return null
      }),
    job: async (tenantId, jobId) => guarded(path, () => find.get(tenantId, jobId)),
    jobs: async (tenantId, { kind, assessmentId }, before, limit) =>
      guarded(path, () => list.all(tenantId, kind, assessmentId, before ?? Number.MAX_SAFE_INTEGER, limit)),
    unfinished: async (tenantId) => guarded(path, () => unfinished.all(tenantId)),
    sweep: async (tenantId, before) => guarded(path, () => sweep.run(tenantId, before)),
    close: database.close,
  })
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
