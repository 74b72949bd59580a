import { stratumOf } from '../../../../core/analysis/sampling/stratum-of.ts'
import type { CenterId, ClauseId, PersonId } from '../../../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../../../core/kernel/plain-date.ts'
import type { InspectionMode, PooledCenter, SamplingDesign } from '../../../../core/ledger/sampling-design.ts'
import type { Answered } from '../../../client/call.ts'

export type Ground = Answered<'readSamplingGround'>

/** What the form holds; numbers are whole or not given yet. */
export interface Draft {
  readonly mode: InspectionMode
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly visits: number
  readonly visitsPerDay: number
  readonly minimum: number
  readonly clausesPerVisit: number
  readonly centers: readonly PooledCenter[]
  readonly inspectors: readonly DraftInspector[]
}

export interface DraftInspector {
  readonly personId: PersonId
  readonly name: string
  readonly centerId: CenterId | null
  readonly isGoing: boolean
  readonly visitsPerDay: number
  readonly recusedFrom: readonly CenterId[]
}

/** Every center once, streets and towns as strata where their names say so, every inspector one visit a day. */
export function draftOf({ centers, inspectors }: Ground): Draft {
  return {
    mode: 'unannounced',
    from: null,
    to: null,
    visits: Math.max(1, centers.length),
    visitsPerDay: 2,
    minimum: 1,
    clausesPerVisit: 5,
    centers: centers.map(({ centerId, name }) => ({ centerId, stratum: stratumOf(name), weight: 1, reason: '' })),
    inspectors: inspectors.map((one) => ({ ...one, isGoing: true, visitsPerDay: 1, recusedFrom: [] })),
  }
}

/** As it would be committed, with the working days that are known; null where its days are not chosen. */
export function designOf(draft: Draft, ground: Ground, clauseIds: readonly ClauseId[]): SamplingDesign | null {
  const { from, to, inspectors, clausesPerVisit, ...rest } = draft
  if (from === null || to === null) return null
  return {
    ...rest,
    from,
    to,
    calendarVersion: '',
    days: ground.days.filter((day) => from <= day && day <= to),
    inspectors: inspectors
      .filter(({ isGoing }) => isGoing)
      .map(({ personId, centerId, visitsPerDay, recusedFrom }) => ({
        personId,
        visitsPerDay,
        recusedFrom: centerId === null ? recusedFrom : [...new Set([centerId, ...recusedFrom])],
      })),
    clauseIds,
    clausesPerVisit: Math.min(clausesPerVisit, Math.max(1, clauseIds.length)),
  }
}
