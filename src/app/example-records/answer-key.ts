import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'

/** One suspicion that must be found, known because it was planted. */
export interface PlantedBreach {
  readonly detection: string
  readonly centerId: CenterId
  readonly subject: string
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly eventKey: string | null
  /** As the detection answers it: the stars of a rating, `69/100` for a measure; null where nothing is measured. */
  readonly measured: string | null
  /** Refs of the records that it rests on, sorted. */
  readonly records: readonly string[]
}
