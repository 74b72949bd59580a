import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { standings } from './open-jobs.ts'
import type { RecordsDesk } from './records-desk.ts'
import { isRun, viewOfRun, type RunView } from './run-view.ts'

type Following = Pick<RecordsDesk, 'jobs' | 'line' | 'office'>

export async function readRun(
  { jobs, line }: Pick<Following, 'jobs' | 'line'>,
  actor: Actor,
  assessmentId: AssessmentId,
  runId: string,
): Promise<AtDesk<RunView>> {
  if (!may(actor, 'detection.read', null)) return refuseAtDesk('not-permitted')
  const kept = await jobs.job(actor.tenantId, runId)
  if (!kept.ok) return kept
  const job = kept.value
  if (job === null || !isRun(job) || job.about.assessmentId !== assessmentId) return refuseAtDesk('run-unknown')
  const standing = await standings({ jobs, line }, actor.tenantId, [job])
  return standing.ok ? accepted(viewOfRun(job, standing.value(job))) : standing
}

/** Newest first; `next` is the place to go on from. */
export async function listRuns(
  { jobs, line, office }: Following,
  actor: Actor,
  assessmentId: AssessmentId,
  page: { readonly before: number | null; readonly limit: number },
): Promise<AtDesk<{ readonly runs: readonly RunView[]; readonly next: number | null }>> {
  if (!may(actor, 'detection.read', null)) return refuseAtDesk('not-permitted')
  const looked = await office.live.look(actor.tenantId, assessmentId)
  if (!looked.ok) return looked
  const found = await jobs.jobs(actor.tenantId, { kind: 'detection-run', assessmentId }, page.before, page.limit)
  if (!found.ok) return found
  const next = found.value.length < page.limit ? null : (found.value.at(-1)?.place ?? null)
  const standing = await standings({ jobs, line }, actor.tenantId, found.value)
  if (!standing.ok) return standing
  return accepted({ runs: found.value.filter(isRun).map((job) => viewOfRun(job, standing.value(job))), next })
}

export async function cancelRun(
  desk: Pick<Following, 'jobs' | 'line'>,
  actor: Actor,
  assessmentId: AssessmentId,
  runId: string,
): Promise<AtDesk<RunView>> {
  if (!may(actor, 'detection.run', null)) return refuseAtDesk('not-permitted')
  const found = await readRun(desk, actor, assessmentId, runId)
  if (!found.ok) return found
  const isCancelled = await desk.line.cancel(actor.tenantId, runId)
  if (!isCancelled.ok) return isCancelled
  return isCancelled.value ? readRun(desk, actor, assessmentId, runId) : refuseAtDesk('run-ended')
}
