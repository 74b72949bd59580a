import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { prepareRun, type RunDetectionsInput } from '../detecting/prepare-run.ts'
import { runDetections } from '../detecting/run-detections.ts'
import type { Actor } from '../people/actor.ts'
import type { Job, JobResult } from '../ports/job-store.ts'
import type { AtDesk } from './desk-refusals.ts'
import { readRun } from './follow-runs.ts'
import type { JobWatch } from './job-line.ts'
import type { RecordsDesk } from './records-desk.ts'
import type { RunView } from './run-view.ts'

export interface RunAsked extends RunDetectionsInput {
  readonly assessmentId: AssessmentId
}

/** Puts a run of detections in line. What keeps it from running at all is told here and not by the job. */
export async function startRun(desk: RecordsDesk, actor: Actor, asked: RunAsked): Promise<AtDesk<RunView>> {
  const { tenantId, personId } = actor
  const { assessmentId, detections } = asked
  const prepared = await prepareRun(desk, actor, assessmentId, asked)
  if (!prepared.ok) return prepared
  const { asOf } = prepared.value.setting
  const job: Job = {
    jobId: desk.secrets.id(),
    by: personId,
    at: desk.office.clock.now(),
    about: { kind: 'detection-run', assessmentId, detections, asOf },
  }
  const started = await desk.line.start(tenantId, job, (watch) => runNow(desk, actor, job, watch))
  return started.ok ? readRun(desk, actor, assessmentId, job.jobId) : started
}

async function runNow(
  desk: RecordsDesk,
  actor: Actor,
  { jobId, about }: Job,
  { note, signal }: JobWatch,
): Promise<JobResult> {
  if (about.kind !== 'detection-run') throw new Error(`${jobId} runs no detections`)
  const { assessmentId, detections, asOf } = about
  const asking = { actor, assessmentId, key: `run-${jobId}`, actedAt: null, seen: null }
  const watch = {
    note: ({ name, done, total }: { readonly name: string; readonly done: number; readonly total: number }) =>
      note({ step: name, done, total, unit: 'detections' }),
    signal,
  }
  const ran = await runDetections(desk, asking, { detections, asOf }, watch)
  if (ran.ok) return { state: 'ran', report: ran.value }
  const { code, message } = ran.refusal
  return code === 'query-stopped' ? { state: 'cancelled' } : { state: 'refused', code, message }
}
