/**
 * The records desk is where a clerk works: files come in, are looked at, mapped by a profile and imported; detections run
 * over what is held and tell the office what they suspect. Long work goes through `job-line.ts`; what is refused is in
 * `desk-refusals.ts`.
 */
import type { Office } from '../office/office.ts'
import type { DetectionArchive } from '../ports/detection-archive.ts'
import type { JobStore } from '../ports/job-store.ts'
import type { ProfileStore } from '../ports/profile-store.ts'
import type { RecordStore } from '../ports/record-store.ts'
import type { RecordUploads } from '../ports/record-uploads.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { JobLine } from './job-line.ts'
import type { OneEach } from './one-each.ts'

export interface RecordsDesk {
  readonly office: Office
  readonly records: RecordStore
  readonly profiles: ProfileStore
  readonly detections: DetectionArchive
  readonly uploads: RecordUploads
  readonly jobs: JobStore
  readonly line: JobLine
  readonly previews: OneEach
  readonly secrets: Pick<Secrets, 'id'>
}
