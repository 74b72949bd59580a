import type { PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { JobAbout, JobEnd, KeptJob } from '../ports/job-store.ts'
import type { JobProgress } from './open-jobs.ts'

/** One run of detections as it stands: waiting, running, or how it ended. */
export interface RunView {
  readonly runId: string
  readonly by: PersonId
  readonly at: Timestamp
  /** By name; null for all that were adopted. */
  readonly detections: readonly string[] | null
  readonly asOf: PlainDate
  readonly standing: JobProgress | JobEnd
}

type RunJob = KeptJob & { readonly about: Extract<JobAbout, { readonly kind: 'detection-run' }> }

export function isRun(job: KeptJob): job is RunJob {
  return job.about.kind === 'detection-run'
}

export function viewOfRun({ jobId, by, at, about }: RunJob, standing: JobProgress | JobEnd): RunView {
  const { detections, asOf } = about
  return { runId: jobId, by, at, detections, asOf, standing }
}
