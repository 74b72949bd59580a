import type { FindingId } from '../../core/kernel/identifiers.ts'
import { newId } from '../client/call.ts'
import { claimPlace } from './claim-place.ts'
import { digestOf } from './digest-of.ts'
import type { RecordFile } from './inspection-record.ts'
import type { PhoneStore } from './phone-store.ts'
import { shanghaiTime } from './shanghai-time.ts'

/**
 * Keeps a file with its record: its bytes as they are (what a photo says of itself stays in it), their digest at capture,
 * and what the phone claims. Where the phone is comes later, if at all. False where the phone has no room for it.
 */
export async function takeFile(
  store: PhoneStore,
  recordId: FindingId,
  kind: RecordFile['kind'],
  given: Blob,
  now: number,
): Promise<boolean> {
  // A copy: a file of the gallery may be gone or changed before it is sent.
  const content = new Blob([await given.arrayBuffer()], { type: given.type })
  const taken = given instanceof File ? given.lastModified : Date.now()
  const file: RecordFile = {
    id: newId(),
    recordId,
    kind,
    name: nameOf(given, kind),
    bytes: content.size,
    digest: await digestOf(content),
    content,
    claims: { takenAt: shanghaiTime(taken), place: null, device: navigator.userAgent.slice(0, 200) },
    addedAt: now,
    offset: 0,
    isConfirmed: false,
  }
  try {
    await store.files.add(file)
  } catch {
    return false
  }
  void addPlace(store, file)
  return true
}

async function addPlace(store: PhoneStore, { id, claims }: RecordFile): Promise<void> {
  const place = await claimPlace()
  if (place !== null) await store.files.update(id, { claims: { ...claims, place } })
}

/** The server compares the ending with the content; a camera's file may have none. */
function nameOf(given: Blob, kind: RecordFile['kind']): string {
  const name = given instanceof File ? given.name.replaceAll(/\p{Cc}/gu, '').slice(-100) : ''
  if (/\.\w{2,4}$/.test(name)) return name
  return `${name || kind}.${ENDINGS[given.type] ?? (kind === 'photo' ? 'jpg' : 'm4a')}`
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/wav': 'wav',
}
