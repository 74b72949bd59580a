import type { PersonId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import type { JobAbout, JobEnd, KeptJob } from '../ports/job-store.ts'
import type { ImportReport } from '../ports/record-store.ts'
import type { JobProgress } from './open-jobs.ts'

/** One import as it stands: waiting, running, or how it ended. */
export interface ImportView {
  readonly importId: string
  readonly by: PersonId
  readonly at: Timestamp
  readonly fileName: string
  readonly profileId: string
  readonly dataSet: DataSetName
  readonly source: string
  readonly standing: JobProgress | JobEnd
}

type ImportJob = KeptJob & { readonly about: Extract<JobAbout, { readonly kind: 'import' }> }

export function isImport(job: KeptJob): job is ImportJob {
  return job.about.kind === 'import'
}

export function viewOfJob({ jobId, by, at, about }: ImportJob, standing: JobProgress | JobEnd): ImportView {
  const { fileName, profileId, dataSet, source } = about
  return { importId: jobId, by, at, fileName, profileId, dataSet, source, standing }
}

/** An import that was not asked for here: by the command line, or so long ago that its job is forgotten. */
export function viewOfReport(report: ImportReport): ImportView {
  const { importId, by, at, fileName, profileId, dataSet, source } = report
  return { importId, by, at, fileName, profileId, dataSet, source, standing: { at, state: 'imported', report } }
}
