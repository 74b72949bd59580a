import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { ErrorFile } from '../ports/record-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { isImport, viewOfJob, viewOfReport, type ImportView } from './import-view.ts'
import { standings } from './open-jobs.ts'
import type { RecordsDesk } from './records-desk.ts'

type Following = Pick<RecordsDesk, 'jobs' | 'line' | 'records'>

export async function readImport(desk: Following, actor: Actor, importId: string): Promise<AtDesk<ImportView>> {
  if (!may(actor, 'records.read', null)) return refuseAtDesk('not-permitted')
  const kept = await desk.jobs.job(actor.tenantId, importId)
  if (!kept.ok) return kept
  const job = kept.value
  if (job !== null && isImport(job)) {
    const standing = await standings(desk, actor.tenantId, [job])
    return standing.ok ? accepted(viewOfJob(job, standing.value(job))) : standing
  }
  const reports = await desk.records.imports(actor.tenantId)
  if (!reports.ok) return reports
  const report = reports.value.find((one) => one.importId === importId)
  return report === undefined ? refuseAtDesk('import-unknown') : accepted(viewOfReport(report))
}

/** Newest first, also those that the command line made; `after` is the import that the page before ended with. */
export async function listImports(
  desk: Following,
  actor: Actor,
  after: string | null,
  limit: number,
): Promise<AtDesk<readonly ImportView[]>> {
  const { tenantId } = actor
  if (!may(actor, 'records.read', null)) return refuseAtDesk('not-permitted')
  const jobs = await desk.jobs.jobs(tenantId, { kind: 'import', assessmentId: null }, null, MOST_JOBS)
  if (!jobs.ok) return jobs
  const reports = await desk.records.imports(tenantId)
  if (!reports.ok) return reports
  const standing = await standings(desk, tenantId, jobs.value)
  if (!standing.ok) return standing
  const known = new Set(jobs.value.map(({ jobId }) => jobId))
  const views = [
    ...jobs.value.filter(isImport).map((job) => viewOfJob(job, standing.value(job))),
    ...reports.value.filter(({ importId }) => !known.has(importId)).map(viewOfReport),
  ].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  const from = after === null ? 0 : views.findIndex(({ importId }) => importId === after) + 1
  return accepted(views.slice(from, from + limit))
}

/** More than two a day for all that jobs are kept for. */
const MOST_JOBS = 10_000

export async function cancelImport(desk: Following, actor: Actor, importId: string): Promise<AtDesk<ImportView>> {
  if (!may(actor, 'records.import', null)) return refuseAtDesk('not-permitted')
  const found = await readImport(desk, actor, importId)
  if (!found.ok) return found
  const isCancelled = await desk.line.cancel(actor.tenantId, importId)
  if (!isCancelled.ok) return isCancelled
  return isCancelled.value ? readImport(desk, actor, importId) : refuseAtDesk('import-ended')
}

/** The rows as the source wrote them: for the person who brought the file. */
export async function readErrors(
  desk: Following,
  actor: Actor,
  importId: string,
): Promise<AtDesk<{ readonly errors: ErrorFile; readonly fileName: string }>> {
  if (!may(actor, 'records.import', null)) return refuseAtDesk('not-permitted')
  const found = await readImport(desk, actor, importId)
  if (!found.ok) return found
  if (found.value.by !== actor.personId) return refuseAtDesk('import-unknown')
  const errors = await desk.records.errors(actor.tenantId, importId)
  if (!errors.ok) return errors
  if (errors.value === null) return refuseAtDesk('errors-gone')
  return accepted({ errors: errors.value, fileName: found.value.fileName })
}
