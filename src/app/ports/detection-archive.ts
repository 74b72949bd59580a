import type { DeclaredFeed } from '../../core/detection/coverage.ts'
import type { PersonId, RubricId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/** The detections that a district has adopted for a rubric. Adopting the same name again adds a version; the last one holds. */
export interface DetectionArchive {
  readonly adopt: (
    tenantId: TenantId,
    rubricId: RubricId,
    adopted: readonly AdoptedDetection[],
  ) => Promise<Stored<null>>
  /** The version that holds of each, by name. */
  readonly detections: (tenantId: TenantId, rubricId: RubricId) => Promise<Stored<readonly AdoptedDetection[]>>
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

export interface AdoptedDetection {
  readonly name: string
  /** The file's text, header and SQL. */
  readonly text: string
  readonly by: PersonId
  readonly at: Timestamp
}
