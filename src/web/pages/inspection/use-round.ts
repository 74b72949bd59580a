import { serverNow } from '../../client/server-clock.ts'
import type { PhoneStore } from '../../offline/phone-store.ts'
import { roundKeyOf, type Sighting, type Stop } from '../../offline/round.ts'
import { shanghaiDay, shanghaiTime } from '../../offline/shanghai-time.ts'
import { useStored } from '../../offline/use-stored.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import type { CenterId, ClauseId } from '../../../core/kernel/identifiers.ts'
import { usePhone } from './use-phone.tsx'

export interface TodaysRound {
  readonly stops: readonly Stop[]
  readonly sightings: readonly Sighting[]
  /** What was recorded today, sent or not; a draft is not recorded yet. */
  readonly records: readonly InspectionRecord[]
  readonly change: (become: (stops: readonly Stop[]) => readonly Stop[]) => Promise<void>
  readonly see: (centerId: CenterId, clauseId: ClauseId, isSeen: boolean) => Promise<void>
}

/** Null until the store has answered. */
export function useRound(): TodaysRound | null {
  const { store, personId, assessmentId } = usePhone()
  const day = shanghaiDay(serverNow())
  const roundKey = roundKeyOf(personId, assessmentId, day)
  const kept = useStored(async () => {
    const [round, sightings, records] = await Promise.all([
      store.rounds.get(roundKey),
      store.sightings.where({ roundKey }).toArray(),
      store.records.where({ personId, assessmentId }).toArray(),
    ])
    return {
      stops: round?.stops ?? [],
      sightings,
      records: records.filter(({ occurredOn, pile }) => occurredOn === day && pile !== 'draft'),
    }
  }, [roundKey])
  if (kept === undefined) return null
  return {
    ...kept,
    change: async (become) =>
      store.transaction('rw', store.rounds, async () => {
        const stops = become((await store.rounds.get(roundKey))?.stops ?? [])
        await store.rounds.put({ key: roundKey, stops })
      }),
    see: async (centerId, clauseId, isSeen) => {
      if (isSeen) await store.sightings.put({ roundKey, centerId, clauseId, seenAt: shanghaiTime(serverNow()) })
      else await forget(store, [roundKey, centerId, clauseId])
    },
  }
}

/** What was told to the server stays told. */
async function forget(store: PhoneStore, place: [string, CenterId, ClauseId]): Promise<void> {
  await store.transaction('rw', store.sightings, async () => {
    const known = await store.sightings.get(place)
    if (known?.visitId === undefined) await store.sightings.delete(place)
  })
}
