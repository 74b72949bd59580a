import type { FindingId } from '../kernel/identifiers.ts'
import type { Allegation } from './allegation.ts'

/**
 * What a suspicion rests on, so that anybody can run it again: the SQL with its parameters, over data of that digest, its
 * working days counted by that calendar. Parameters are whole numbers, and dates as text.
 */
export interface SuspicionBasis {
  readonly sqlDigest: string
  readonly parameters: Readonly<Record<string, number | string>>
  readonly dataDigest: string
  readonly calendarVersion: string
}

export type SuspicionFact =
  /** 疑点. `basis` is null where a person raised it by hand, or before suspicions said what they rest on. */
  | (Allegation & {
      readonly type: 'SuspicionRaised'
      readonly detection: string
      readonly records: readonly string[]
      readonly basis: SuspicionBasis | null
    })
  /** The records say something else now. What was withdrawn is suspected again by this. */
  | (Amendment & {
      readonly type: 'SuspicionAmended'
      readonly findingId: FindingId
      readonly reason: string
      readonly basis: SuspicionBasis
    })
  /** The records no longer show it; or, with no basis, a person takes back what a person raised. */
  | {
      readonly type: 'SuspicionWithdrawn'
      readonly findingId: FindingId
      readonly reason: string
      readonly basis: SuspicionBasis | null
    }
  /**
   * What was decided rested on records that say something else now: for a person to look at, it changes nothing.
   * `occurrences` and `records` are what they say, 0 and none where they no longer show it.
   */
  | {
      readonly type: 'FindingFlagged'
      readonly findingId: FindingId
      readonly occurrences: number
      readonly records: readonly string[]
      readonly reason: string
      readonly basis: SuspicionBasis
    }

/** What can change about a suspicion; where and under which clause it is cannot: that is another one. */
export type Amendment = Pick<
  Allegation,
  'occurrences' | 'occurredOn' | 'eventKey' | 'measured' | 'unmet' | 'description'
> & { readonly records: readonly string[] }
