import type { CenterId } from '../kernel/identifiers.ts'
import type { DataSetName } from './data-set.ts'

/** What a file shows of itself, and who its centers may be. */
export interface GuessingGround {
  readonly header: readonly string[]
  /** Some first rows; cells in the order of the header. */
  readonly sample: readonly (readonly string[])[]
  readonly centers: readonly { readonly id: CenterId; readonly name: string }[]
  /** Null to guess it too. */
  readonly dataSet: DataSetName | null
}

/** What the file does not prove and a person must say. */
export interface OpenPoint {
  readonly code: OpenCode
  readonly field: string | null
  readonly column: string | null
  readonly message: string
}

export type OpenCode =
  | 'data-set-uncertain'
  | 'source-uncertain'
  | 'field-unmapped'
  | 'column-unmatched'
  | 'codes-unproven'
  | 'center-unmatched'
  | 'form-unmatched'
  | 'hour-missing'
  | 'profile-incomplete'
