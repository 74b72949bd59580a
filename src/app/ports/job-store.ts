import type { AssessmentId, PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import type { UploadId } from './evidence-store.ts'
import type { ImportReport } from './record-store.ts'
import type { Stored } from './store-fault.ts'

/**
 * Long work: what was begun and how it ended, beyond the life of the process that does it, so that nobody is left waiting
 * for what has died. Holds counts and sentences, never a value of a record. The tenant comes first, where it
 * is not of all.
 */
export interface JobStore {
  /** By which of the nodes (`node-store.ts`) it will be done. Answers its place. */
  readonly begin: (tenantId: TenantId, job: Job, nodeId: string) => Promise<Stored<number>>
  /** Taken once, in the order of the district: while one before it has not ended, whichever node does that one, it is behind. */
  readonly take: (tenantId: TenantId, jobId: string, at: Timestamp) => Promise<Stored<'taken' | 'behind' | 'ended'>>
  /** How far one is that was taken, for those who ask another node; answers what the node that does it should know. */
  readonly note: (tenantId: TenantId, jobId: string, pace: Pace) => Promise<Stored<'go-on' | 'cancel' | 'ended'>>
  /** One that was not taken ends cancelled; the node of one that was taken is asked to stop. */
  readonly cancel: (
    tenantId: TenantId,
    jobId: string,
    at: Timestamp,
  ) => Promise<Stored<'cancelled' | 'asked' | 'ended'>>
  /** By the node that does it. What has ended stays as it ended, but for what another node only presumed. */
  readonly end: (tenantId: TenantId, jobId: string, end: JobEnd) => Promise<Stored<null>>
  /** By another node, which takes the one that does it for dead. False where it had ended, however. */
  readonly presume: (tenantId: TenantId, jobId: string, end: JobEnd) => Promise<Stored<boolean>>
  readonly job: (tenantId: TenantId, jobId: string) => Promise<Stored<KeptJob | null>>
  /** Of one kind and, for what concerns an assessment, of it; newest first, those before the place. */
  readonly jobs: (
    tenantId: TenantId,
    wanted: { readonly kind: JobKind; readonly assessmentId: AssessmentId | null },
    before: number | null,
    limit: number,
  ) => Promise<Stored<readonly KeptJob[]>>
  /** Those that have not ended: when a process starts, what another one left behind. */
  readonly unfinished: (tenantId: TenantId) => Promise<Stored<readonly KeptJob[]>>
  /** Which have such. */
  readonly unfinishedTenants: () => Promise<Stored<readonly TenantId[]>>
  /** Forgets what ended before the time, of all tenants; how many. */
  readonly sweep: (before: Timestamp) => Promise<Stored<number>>
}

/** How far one step of a job is. `total` is null where it is not known yet. */
export interface StepNote {
  /** As the job calls it: `checking`, or the name of a detection. */
  readonly step: string
  readonly done: number
  readonly total: number | null
  readonly unit: 'rows' | 'bytes' | 'detections'
}

/** `perSecond` and `remainingSeconds` are of this step, measured since it began; null while there is nothing to measure. */
export interface Pace extends StepNote {
  readonly perSecond: number | null
  readonly remainingSeconds: number | null
}

export type JobKind = JobAbout['kind']

export interface Job {
  readonly jobId: string
  readonly by: PersonId
  readonly at: Timestamp
  readonly about: JobAbout
}

/** `place` counts up with each job of the tenant. */
export interface KeptJob extends Job {
  readonly place: number
  /** Null for one that was begun before there were nodes. */
  readonly nodeId: string | null
  readonly takenAt: Timestamp | null
  /** As its node noted it last. */
  readonly pace: Pace | null
  readonly end: JobEnd | null
}

export type JobAbout =
  | {
      readonly kind: 'import'
      readonly fileId: UploadId
      readonly fileName: string
      readonly profileId: string
      readonly dataSet: DataSetName
      readonly source: string
    }
  | {
      readonly kind: 'detection-run'
      readonly assessmentId: AssessmentId
      /** By name; null for all that are adopted. */
      readonly detections: readonly string[] | null
      readonly asOf: PlainDate
    }

export type JobEnd = { readonly at: Timestamp } & JobResult

export type JobResult =
  | { readonly state: 'imported'; readonly report: ImportReport }
  /** Nothing was imported: some rows have faults, which the error file explains. */
  | { readonly state: 'faulty'; readonly rows: number; readonly faulty: number }
  | { readonly state: 'ran'; readonly report: RunReport }
  | { readonly state: 'refused'; readonly code: string; readonly message: string }
  | { readonly state: 'cancelled' }
  /** The process that did it stopped or was killed. */
  | { readonly state: 'interrupted' }

/** What a run of detections found, and what the ledger learned of it. */
export interface RunReport {
  /** Of the records that it saw. */
  readonly dataDigest: string
  readonly calendarVersion: string | null
  readonly detections: readonly DetectionReport[]
}

/** `message` says why one was not run, or what people should know of it; null for nothing. */
export interface DetectionReport {
  readonly name: string
  readonly hasRun: boolean
  /** What the SQL answered: records, or measures. */
  readonly rows: number
  readonly suspicions: number
  readonly raised: number
  readonly amended: number
  readonly withdrawn: number
  /** Decided findings whose records changed: marked, never changed. */
  readonly flagged: number
  /** Suspicions that the ledger knew already just as they are. */
  readonly unchanged: number
  /** Suspicions of an event that the notice charges under another clause: told there. */
  readonly merged: number
  /** Suspicions that came after the period was closed: nobody registered them. */
  readonly late: number
  /** Rows of no center of the assessment. */
  readonly elsewhere: number
  /** Measures with nothing to measure: told, and nobody is suspected. */
  readonly unmeasured: number
  /** Nothing that it depends on had changed: it was answered as before, and no record was read. Reports of before do not say. */
  readonly isKept?: boolean
  readonly message: string | null
}
