import type { AssessmentId, CenterId, ClauseId, InspectionId, PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** Where one inspector goes on one day, in order. It is kept on the phone: the server learns of visits, not of the way between. */
export interface Round {
  readonly key: string
  readonly stops: readonly Stop[]
}

export interface Stop {
  readonly centerId: CenterId
  /** 暗访: nobody is told. */
  readonly isCovert: boolean
  readonly arrivedAt: Timestamp | null
  readonly leftAt: Timestamp | null
}

/** A clause that was looked at on a round with nothing to record. */
export interface Sighting {
  readonly roundKey: string
  readonly centerId: CenterId
  readonly clauseId: ClauseId
  readonly seenAt: Timestamp
  /** The visit that tells the server of it; none yet while the stop goes on. */
  readonly visitId?: InspectionId
}

export function roundKeyOf(personId: PersonId, assessmentId: AssessmentId, day: PlainDate): string {
  return `${personId} ${assessmentId} ${day}`
}

/** Never at the own center; chosen ones keep their order, new ones come last. */
export function chooseStops(
  stops: readonly Stop[],
  chosen: readonly CenterId[],
  ownCenter: CenterId | null,
): readonly Stop[] {
  const kept = stops.filter(({ centerId }) => chosen.includes(centerId))
  const added = chosen.filter((centerId) => !kept.some((stop) => stop.centerId === centerId))
  return [...kept, ...added.map(newStop)].filter(({ centerId }) => centerId !== ownCenter)
}

/** A center that a plan of inspections sends the inspector to today. */
export type DrawnStop = Pick<Stop, 'centerId' | 'isCovert'>

/** After what is on the round already, in the order drawn; what is there stays as it is. */
export function withDrawn(stops: readonly Stop[], drawn: readonly DrawnStop[]): readonly Stop[] {
  const added = drawn.filter(({ centerId }) => !stops.some((stop) => stop.centerId === centerId))
  return [...stops, ...added.map(({ centerId, isCovert }) => ({ ...newStop(centerId), isCovert }))]
}

/** One place up (−1) or down (+1); at the end it stays. */
export function moveStop(stops: readonly Stop[], centerId: CenterId, by: -1 | 1): readonly Stop[] {
  const from = stops.findIndex((stop) => stop.centerId === centerId)
  const to = from + by
  const [moved, other] = [stops[from], stops[to]]
  if (moved === undefined || other === undefined) return stops
  return stops.map((stop, place) => (place === from ? other : place === to ? moved : stop))
}

/** The stop at which work goes on: arrived and not left, else the first that is still to come. */
export function currentStop(stops: readonly Stop[]): Stop | null {
  return (
    stops.find(({ arrivedAt, leftAt }) => arrivedAt !== null && leftAt === null) ??
    stops.find(({ arrivedAt }) => arrivedAt === null) ??
    null
  )
}

/** Arriving somewhere ends the stop before it. */
export function arriveAt(stops: readonly Stop[], centerId: CenterId, now: Timestamp): readonly Stop[] {
  return stops.map((stop) => {
    if (stop.centerId === centerId) return { ...stop, arrivedAt: stop.arrivedAt ?? now, leftAt: null }
    return stop.arrivedAt !== null && stop.leftAt === null ? { ...stop, leftAt: now } : stop
  })
}

export function leaveFrom(stops: readonly Stop[], centerId: CenterId, now: Timestamp): readonly Stop[] {
  return stops.map((stop) => (stop.centerId === centerId ? { ...stop, leftAt: now } : stop))
}

function newStop(centerId: CenterId): Stop {
  return { centerId, isCovert: false, arrivedAt: null, leftAt: null }
}
