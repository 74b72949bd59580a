/**
 * The rescue file: everything on the phone that the server has not confirmed, as one file that can be carried to another
 * device and read in there. A line that names it, a line with the length of its head, the head as JSON, then the files one
 * after another, as they are. Made of the files themselves, so that a full phone needs no memory for it.
 */
import { digestOf } from './digest-of.ts'
import type { InspectionRecord, RecordFile } from './inspection-record.ts'
import type { InspectionVisit } from './inspection-visit.ts'
import type { PhoneStore } from './phone-store.ts'

interface RescueHead {
  readonly madeAt: string
  readonly records: readonly InspectionRecord[]
  readonly files: readonly Omit<RecordFile, 'content'>[]
  /** Not in files of before there were visits. */
  readonly visits?: readonly InspectionVisit[]
}

export interface Rescued {
  readonly records: number
  readonly files: number
  /** On the phone already. */
  readonly known: number
}

const NAME = 'MINGHENG-RESCUE-1\n'
const LENGTH_DIGITS = 12

/** Counts are stated: what the file holds is what was not confirmed. */
export async function makeRescueFile(
  store: PhoneStore,
  madeAt: string,
): Promise<{ readonly content: Blob; readonly records: number; readonly files: number }> {
  const [records, files] = await unconfirmed(store)
  const visits = await store.visits.where({ pile: 'ready' }).toArray()
  const head: RescueHead = { madeAt, records, visits, files: files.map(({ content: _content, ...file }) => file) }
  const json = new Blob([JSON.stringify(head)])
  const length = `${String(json.size).padStart(LENGTH_DIGITS, '0')}\n`
  const contents = files.flatMap(({ content }) => (content === null ? [] : [content]))
  return {
    content: new Blob([NAME, length, json, ...contents], { type: 'application/octet-stream' }),
    records: records.length,
    files: files.length,
  }
}

/** Null where it is no rescue file or is not whole. What is on the phone already stays as it is. */
export async function takeRescueFile(store: PhoneStore, content: Blob): Promise<Rescued | null> {
  const head = await headOf(content)
  if (head === null) return null
  const files: RecordFile[] = []
  let at = NAME.length + LENGTH_DIGITS + 1 + head.bytes
  for (const file of head.value.files) {
    const piece = content.slice(at, at + file.bytes)
    if (piece.size !== file.bytes || (await digestOf(piece)) !== file.digest) return null
    files.push({ ...file, content: piece })
    at += file.bytes
  }
  return store.transaction('rw', store.records, store.files, store.visits, async () => {
    const known = new Set(
      (await store.records.bulkGet(head.value.records.map(({ id }) => id))).flatMap((one) => one?.id ?? []),
    )
    const records = head.value.records.filter(({ id }) => !known.has(id))
    const brought = files.filter(({ recordId }) => !known.has(recordId))
    await store.records.bulkAdd(records)
    for (const visit of head.value.visits ?? [])
      if ((await store.visits.get(visit.id)) === undefined) await store.visits.add(visit)
    await store.files.bulkAdd(brought)
    return { records: records.length, files: brought.length, known: known.size }
  })
}

/** Records that are not sent, and files that the server has not answered for. */
async function unconfirmed(store: PhoneStore): Promise<readonly [readonly InspectionRecord[], readonly RecordFile[]]> {
  return store.transaction('r', store.records, store.files, async () => {
    const records = await store.records.where('pile').anyOf('draft', 'ready').sortBy('createdAt')
    const files = await store.files
      .where('recordId')
      .anyOf(records.map(({ id }) => id))
      .toArray()
    return [records, files.filter(({ content }) => content !== null)] as const
  })
}

async function headOf(content: Blob): Promise<{ readonly value: RescueHead; readonly bytes: number } | null> {
  const opening = NAME.length + LENGTH_DIGITS + 1
  const [name, length] = (await content.slice(0, opening).text()).split('\n')
  if (`${name}\n` !== NAME || length === undefined || !/^\d{12}$/.test(length)) return null
  const bytes = Number(length)
  try {
    return { value: JSON.parse(await content.slice(opening, opening + bytes).text()) as RescueHead, bytes }
  } catch {
    return null
  }
}
