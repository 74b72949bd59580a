import { newId } from '../client/call.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { InspectionRecord } from './inspection-record.ts'
import type { PhoneStore } from './phone-store.ts'
import { uploadAnew } from './send-record.ts'

type RecordId = InspectionRecord['id']

/** What a person does with a record; each is one transaction, and says whether it was done. */
export async function makeReady(store: PhoneStore, recordId: RecordId, now: Timestamp): Promise<boolean> {
  return change(store, recordId, (record) =>
    record.pile === 'draft' && record.clause !== null ? { ...record, pile: 'ready', readyAt: now } : null,
  )
}

/** Back among the drafts, under a new key: only what was never tried, or what the server refused, so that nothing is sent twice. */
export async function takeBack(store: PhoneStore, recordId: RecordId): Promise<boolean> {
  return change(store, recordId, (record) => {
    if (record.pile !== 'ready' || (record.attempts > 0 && record.held === null)) return null
    return { ...record, pile: 'draft', key: newId(), readyAt: null, held: null, trouble: null, attempts: 0 }
  })
}

/** Tries a held one again as it is; what was refused of its files was refused for one upload. */
export async function sendAgain(store: PhoneStore, recordId: RecordId): Promise<boolean> {
  const files = await store.files.where({ recordId }).toArray()
  await uploadAnew(
    store,
    files.filter(({ isConfirmed }) => !isConfirmed),
  )
  return change(store, recordId, (record) =>
    record.pile === 'ready' && record.held !== null ? { ...record, held: null, attempts: 0 } : null,
  )
}

/** Only a draft may go, by the person's own hand. */
export async function dropDraft(store: PhoneStore, recordId: RecordId): Promise<boolean> {
  return store.transaction('rw', store.records, store.files, async () => {
    if ((await store.records.get(recordId))?.pile !== 'draft') return false
    await store.files.where({ recordId }).delete()
    await store.records.delete(recordId)
    return true
  })
}

/** The photos of sent records that the server has confirmed by their digest; the records stay readable. Answers the bytes. */
export async function clearConfirmed(store: PhoneStore, personId: InspectionRecord['personId']): Promise<number> {
  return store.transaction('rw', store.records, store.files, async () => {
    let cleared = 0
    const sent = await store.records.where({ pile: 'sent' }).toArray()
    for (const record of sent.filter((one) => one.personId === personId))
      for (const file of await store.files.where({ recordId: record.id }).toArray())
        if (file.isConfirmed && file.content !== null) {
          cleared += file.content.size
          await store.files.update(file.id, { content: null })
        }
    return cleared
  })
}

async function change(
  store: PhoneStore,
  recordId: RecordId,
  become: (record: InspectionRecord) => InspectionRecord | null,
): Promise<boolean> {
  return store.transaction('rw', store.records, async () => {
    const record = await store.records.get(recordId)
    const next = record === undefined ? null : become(record)
    if (next === null) return false
    await store.records.put(next)
    return true
  })
}
