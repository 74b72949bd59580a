/**
 * What the phone keeps: records with their files, what was read from the server and when, the round of the day, what was
 * looked at and the visits that tell the server of it. All of it in IndexedDB, so that a tab that is killed loses nothing that was typed.
 */
import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie'
import type { InspectionRecord, RecordFile } from './inspection-record.ts'
import type { InspectionVisit } from './inspection-visit.ts'
import type { Round, Sighting } from './round.ts'

export interface KeptAnswer {
  readonly key: string
  readonly value: unknown
  /** Milliseconds of the epoch. */
  readonly readAt: number
}

/** Who sends at the moment, where the browser has no locks. */
export interface Lease {
  readonly name: string
  readonly holder: string
  readonly until: number
}

export interface PhoneStore extends Dexie {
  readonly records: EntityTable<InspectionRecord, 'id'>
  readonly files: EntityTable<RecordFile, 'id'>
  readonly answers: EntityTable<KeptAnswer, 'key'>
  readonly rounds: EntityTable<Round, 'key'>
  readonly sightings: Table<Sighting, [string, string, string]>
  readonly visits: EntityTable<InspectionVisit, 'id'>
  readonly leases: EntityTable<Lease, 'name'>
}

/** A record that was saved is on the disk, not only on its way there. */
export function openPhoneStore(options: DexieOptions = {}): PhoneStore {
  const store = new Dexie('mingheng-phone', { chromeTransactionDurability: 'strict', ...options }) as PhoneStore
  store.version(1).stores({
    records: 'id, [personId+assessmentId], pile',
    files: 'id, recordId',
    answers: 'key',
    rounds: 'key',
    sightings: '[roundKey+centerId+clauseId], roundKey',
    leases: 'name',
  })
  store.version(2).stores({ visits: 'id, pile' })
  return store
}
