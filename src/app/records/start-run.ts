import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { Job } from '../ports/job-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { readRun } from './follow-runs.ts'
import { districtLine } from './import-frame.ts'
import type { RecordsDesk } from './records-desk.ts'
import { runDetections } from './run-detections.ts'
import { runSetting } from './run-setting.ts'
import type { RunView } from './run-view.ts'

export interface RunAsked {
  readonly assessmentId: AssessmentId
  /** By name; null for all that are adopted. */
  readonly detections: readonly string[] | null
  /** What had happened by the end of this day; null for today, or the last day that a calendar knows. */
  readonly asOf: PlainDate | null
}

/** Puts a run of detections in line. What keeps it from running at all is told here and not by the job. */
export async function startRun(desk: RecordsDesk, actor: Actor, asked: RunAsked): Promise<AtDesk<RunView>> {
  const { tenantId, personId } = actor
  const { assessmentId, detections } = asked
  if (!may(actor, 'detection.run', null)) return refuseAtDesk('not-permitted')
  const looked = await desk.office.live.look(tenantId, assessmentId)
  if (!looked.ok) return looked
  const adopted = await desk.detections.detections(tenantId, looked.value.adopted.rubric.id)
  if (!adopted.ok) return adopted
  if (adopted.value.length === 0) return refuseAtDesk('detections-none')
  const unknown = detections?.find((name) => adopted.value.every((one) => one.name !== name))
  if (unknown !== undefined) return refuseAtDesk('detection-unknown', unknown)
  const line = await districtLine(desk, tenantId)
  if (!line.ok) return line
  const now = desk.office.clock.now()
  const today = dayOf(now)
  const asOf = asked.asOf ?? (today < line.value.to ? today : line.value.to)
  const setting = runSetting(looked.value, line.value, asOf)
  if (!setting.ok) return setting
  const about = { kind: 'detection-run', assessmentId, detections, asOf } as const
  const job: Job = { jobId: desk.secrets.id(), by: personId, at: now, about }
  const run = { ...about, runId: job.jobId }
  const started = await desk.line.start(tenantId, job, (watch) => runDetections(desk, actor, run, watch))
  return started.ok ? readRun(desk, actor, assessmentId, job.jobId) : started
}
