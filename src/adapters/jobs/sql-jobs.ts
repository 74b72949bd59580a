import type { Job, JobEnd, JobStore, KeptJob, Pace } from '../../app/ports/job-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { id, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import { parseTimestamp } from '../../core/kernel/timestamp.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { JOB_MIGRATIONS } from './job-migrations.ts'
import { openSqliteStore } from '../sqlite/sqlite-sql.ts'
import { command, query, type SqlDatabase, type SqlWork } from '../sql/sql-database.ts'

const LAST = query('SELECT coalesce(max(place), 0) AS place FROM job WHERE tenant_id = ?', (row) =>
  integerOf(row, 'place'),
)
const BEGIN = command(
  `INSERT INTO job (tenant_id, place, job_id, kind, assessment_id, by_person, at, about, node_id)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
const TAKE = command(
  `UPDATE job SET taken_at = ? WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL AND taken_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM job ahead
     WHERE ahead.tenant_id = job.tenant_id AND ahead.ended_at IS NULL AND ahead.place < job.place)`,
)
const NOTE = command('UPDATE job SET pace = ? WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL')
const STATE = query('SELECT ended_at, is_cancelled FROM job WHERE tenant_id = ? AND job_id = ?', (row) => ({
  hasEnded: textOrNull(row, 'ended_at') !== null,
  isCancelled: integerOf(row, 'is_cancelled') === 1,
}))
const CANCEL_WAITING = command(
  `UPDATE job SET ended_at = ?, result = '{"state":"cancelled"}'
   WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL AND taken_at IS NULL`,
)
const ASK_TO_STOP = command(
  'UPDATE job SET is_cancelled = 1 WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL AND taken_at IS NOT NULL',
)
const END = command(
  `UPDATE job SET ended_at = ?, result = ?, is_presumed = 0
   WHERE tenant_id = ? AND job_id = ? AND (ended_at IS NULL OR is_presumed = 1)`,
)
const PRESUME = command(
  `UPDATE job SET ended_at = ?, result = ?, is_presumed = 1 WHERE tenant_id = ? AND job_id = ? AND ended_at IS NULL`,
)
const FIND = query('SELECT * FROM job WHERE tenant_id = ? AND job_id = ?', jobOf)
const LIST = query(
  `SELECT * FROM job WHERE tenant_id = ? AND kind = ? AND assessment_id IS NOT DISTINCT FROM ? AND place < ?
   ORDER BY place DESC LIMIT ?`,
  jobOf,
)
const UNFINISHED = query('SELECT * FROM job WHERE tenant_id = ? AND ended_at IS NULL ORDER BY place', jobOf)
const UNFINISHED_TENANTS = query(
  'SELECT DISTINCT tenant_id FROM job WHERE ended_at IS NULL ORDER BY tenant_id',
  (row) => id<TenantId>(textOf(row, 'tenant_id')),
)
const SWEEP = command('DELETE FROM job WHERE ended_at < ?')

/** Jobs in one SQLite file. */
export const openSqliteJobs = (path: string) => openSqliteStore(path, JOB_MIGRATIONS, sqlJobs)

/** Jobs in a database, so that a process that starts knows what another one left behind. */
export function sqlJobs(database: SqlDatabase): JobStore {
  return {
    begin: (tenantId, job, nodeId) =>
      placed(database, tenantId, job, async (sql) => {
        const { jobId, by, at, about } = job
        const place = 1 + ((await sql.get(LAST, tenantId)) ?? 0)
        const told = JSON.stringify(about)
        await sql.run(BEGIN, tenantId, place, jobId, about.kind, assessmentOf(job), by, at, told, nodeId)
        return place
      }),
    take: (tenantId, jobId, at) =>
      database.ask(async (sql) => {
        if ((await sql.run(TAKE, at, tenantId, jobId)) === 1) return 'taken'
        return (await sql.get(STATE, tenantId, jobId))?.hasEnded === false ? 'behind' : 'ended'
      }),
    note: (tenantId, jobId, pace) =>
      database.ask(async (sql) => {
        await sql.run(NOTE, JSON.stringify(pace), tenantId, jobId)
        const state = await sql.get(STATE, tenantId, jobId)
        return state?.hasEnded === false ? (state.isCancelled ? 'cancel' : 'go-on') : 'ended'
      }),
    cancel: (tenantId, jobId, at) =>
      database.ask(async (sql) => {
        // It may be taken between the two: what was taken stays so until it has ended.
        if ((await sql.run(CANCEL_WAITING, at, tenantId, jobId)) === 1) return 'cancelled'
        return (await sql.run(ASK_TO_STOP, tenantId, jobId)) === 1 ? 'asked' : 'ended'
      }),
    end: (tenantId, jobId, { at, ...result }) =>
      database.ask(async (sql) => {
        await sql.run(END, at, JSON.stringify(result), tenantId, jobId)
        return null
      }),
    presume: (tenantId, jobId, { at, ...result }) =>
      database.ask(async (sql) => (await sql.run(PRESUME, at, JSON.stringify(result), tenantId, jobId)) === 1),
    job: (tenantId, jobId) => database.ask((sql) => sql.get(FIND, tenantId, jobId)),
    jobs: (tenantId, { kind, assessmentId }, before, limit) =>
      database.ask((sql) => sql.all(LIST, tenantId, kind, assessmentId, before ?? Number.MAX_SAFE_INTEGER, limit)),
    unfinished: (tenantId) => database.ask((sql) => sql.all(UNFINISHED, tenantId)),
    unfinishedTenants: () => database.ask((sql) => sql.all(UNFINISHED_TENANTS)),
    sweep: (before) => database.ask((sql) => sql.run(SWEEP, before)),
  }
}

/** Two nodes that begin at once may both be told the same place; the one that is refused it takes the next. */
async function placed(
  database: SqlDatabase,
  tenantId: TenantId,
  { jobId }: Job,
  begin: SqlWork<number>,
): Promise<Stored<number>> {
  for (;;) {
    try {
      return await database.change(begin)
    } catch (error) {
      if (!database.isConstraintError(error)) throw error
      const known = await database.ask((sql) => sql.get(FIND, tenantId, jobId))
      if (!known.ok) return known
      if (known.value !== null) throw error
    }
  }
}

function assessmentOf({ about }: Job): string | null {
  return about.kind === 'detection-run' ? about.assessmentId : null
}

function jobOf(row: SqlRow): KeptJob {
  const result = textOrNull(row, 'result')
  const pace = textOrNull(row, 'pace')
  return {
    place: integerOf(row, 'place'),
    jobId: textOf(row, 'job_id'),
    by: textOf(row, 'by_person') as PersonId,
    at: timeOf(row, 'at'),
    about: parsed<Job['about']>(textOf(row, 'about')),
    nodeId: textOrNull(row, 'node_id'),
    takenAt: textOrNull(row, 'taken_at') === null ? null : timeOf(row, 'taken_at'),
    pace: pace === null ? null : parsed<Pace>(pace),
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
