import { createHash } from 'node:crypto'
import {
  parseUploadId,
  type EvidenceFile,
  type EvidenceStore,
  type UploadDeclaration,
  type UploadId,
} from '../../src/app/ports/evidence-store.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Digest } from '../../src/core/ledger/chain.ts'

/** Files and uploads for the tests of evidence. */
export function uploadId(text: string): UploadId {
  const parsed = parseUploadId(text)
  if (parsed === null) throw new Error(`no upload id: ${text}`)
  return parsed
}

/** Begins, brings and finishes; throws where one of them is refused. */
export async function addFile(
  store: EvidenceStore,
  tenantId: TenantId,
  upload: string,
  content: Uint8Array,
  name = 'photo.png',
): Promise<EvidenceFile> {
  await put(store, tenantId, uploadId(upload), content, name)
  const finished = await store.finish(tenantId, uploadId(upload))
  if (!finished.ok) throw new Error(finished.refusal.code)
  return finished.value
}

export async function put(
  store: EvidenceStore,
  tenantId: TenantId,
  upload: UploadId,
  content: Uint8Array,
  name = 'photo.png',
) {
  const begun = await store.begin(tenantId, upload, { ...declarationOf(content), name })
  if (!begun.ok) throw new Error(begun.refusal.code)
  const added = await store.append(tenantId, upload, begun.value.offset, pieces(content.subarray(begun.value.offset)))
  if (!added.ok) throw new Error(added.refusal.code)
}

export function declarationOf(content: Uint8Array): UploadDeclaration {
  return {
    by: id<PersonId>('p-1'),
    name: 'photo.png',
    bytes: content.length,
    digest: null,
    begunAt: timestamp('2021-10-25T09:30:00+08:00'),
  }
}

/** A PNG by its beginning, which is all that its kind is told by; the rest is the text. */
export function pngOf(text: string): Uint8Array {
  const front = '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de'
  return Uint8Array.from([
    ...Buffer.from(front, 'hex'),
    ...Buffer.from('0000000049444154', 'hex'),
    ...Buffer.from(text),
  ])
}

export async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

export async function* breakingOff(part: Uint8Array): AsyncGenerator<Uint8Array> {
  yield part
  throw new Error('the connection was reset')
}

export async function contentOf(store: EvidenceStore, tenantId: TenantId, digest: Digest): Promise<Uint8Array> {
  const opened = await store.open(tenantId, digest, null)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return collect(opened.value.content)
}

export async function collect(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return Uint8Array.from(Buffer.concat(parts))
}

export function sha256(content: Uint8Array): Digest {
  return createHash('sha256').update(content).digest('hex') as Digest
}
