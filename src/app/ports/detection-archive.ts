import type { DeclaredFeed } from '../../core/detection/coverage.ts'
import type { PersonId, RubricId, TenantId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/** The detections that a district has adopted for a rubric. Adopting the same name again adds a version; the last one holds. */
export interface DetectionArchive {
  readonly adopt: (
    tenantId: TenantId,
    rubricId: RubricId,
    adopted: readonly AdoptingDetection[],
  ) => Promise<Stored<null>>
  /** The version that holds of each, by name; or that held at the end of a day. */
  readonly detections: (
    tenantId: TenantId,
    rubricId: RubricId,
    knownBy?: PlainDate | null,
  ) => Promise<Stored<readonly AdoptedDetection[]>>
  /** What inspections and documents feed beside them: the whole list, in place of the one before. */
  readonly declare: (tenantId: TenantId, rubricId: RubricId, declared: DeclaredFeeds) => Promise<Stored<null>>
  /** The list that holds; null before the first. */
  readonly declared: (tenantId: TenantId, rubricId: RubricId) => Promise<Stored<DeclaredFeeds | null>>
}

export interface DeclaredFeeds {
  readonly feeds: readonly DeclaredFeed[]
  readonly by: PersonId
  readonly at: Timestamp
}

export interface AdoptingDetection {
  readonly name: string
  /** The file's text, header and SQL. */
  readonly text: string
  readonly by: PersonId
  readonly at: Timestamp
}

/** `version` counts from 1 for each name. */
export interface AdoptedDetection extends AdoptingDetection {
  readonly version: number
}
