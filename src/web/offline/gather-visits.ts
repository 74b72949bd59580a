import type { AssessmentId, CenterId, InspectionId, PersonId } from '../../core/kernel/identifiers.ts'
import { plainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import { newId } from '../client/call.ts'
import type { InspectionVisit } from './inspection-visit.ts'
import type { PhoneStore } from './phone-store.ts'
import type { Round, Sighting } from './round.ts'

/** Ticks of stops that are over, or of a day that is, become visits; what is ticked later at the same stop becomes another. */
export async function gatherVisits(store: PhoneStore, personId: PersonId, today: PlainDate): Promise<void> {
  await store.transaction('rw', store.rounds, store.sightings, store.visits, async () => {
    const untold = await store.sightings
      .filter(({ roundKey, visitId }) => visitId === undefined && isOf(roundKey, personId))
      .toArray()
    for (const together of byStop(untold)) {
      const [first] = together
      if (first === undefined) continue
      const { roundKey, centerId } = first
      const [, assessmentId = '', day = ''] = roundKey.split(' ')
      if (day >= today && !isLeft(await store.rounds.get(roundKey), centerId)) continue
      const id = newId() as InspectionId
      const last = together.reduce((latest, { seenAt }) => (seenAt > latest ? seenAt : latest), first.seenAt)
      await store.visits.add({
        id,
        key: newId(),
        personId,
        assessmentId: assessmentId as AssessmentId,
        centerId,
        inspectedOn: plainDate(day),
        clauseIds: together.map(({ clauseId }) => clauseId),
        seenAt: last,
        pile: 'ready',
        isClockWrong: false,
        held: null,
        trouble: null,
        attempts: 0,
      })
      await store.sightings.bulkPut(together.map((one) => ({ ...one, visitId: id })))
    }
  })
}

/** Those of one person that wait for the network; held ones wait for a person. */
export async function waitingVisits(store: PhoneStore, personId: PersonId | null): Promise<readonly InspectionVisit[]> {
  const ready = await store.visits.where({ pile: 'ready' }).sortBy('seenAt')
  return ready.filter((one) => one.held === null && (personId === null || one.personId === personId))
}

function isOf(roundKey: string, personId: PersonId): boolean {
  return roundKey.startsWith(`${personId} `)
}

function byStop(sightings: readonly Sighting[]): Iterable<readonly Sighting[]> {
  const stops = new Map<string, Sighting[]>()
  for (const one of sightings) {
    const stop = `${one.roundKey} ${one.centerId}`
    stops.set(stop, [...(stops.get(stop) ?? []), one])
  }
  return stops.values()
}

function isLeft(round: Round | undefined, centerId: CenterId): boolean {
  const stop = round?.stops.find((one) => one.centerId === centerId)
  return stop !== undefined && stop.leftAt !== null
}
