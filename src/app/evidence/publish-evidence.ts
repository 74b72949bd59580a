import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { isImage } from '../ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { EvidenceFile, UploadId } from '../ports/evidence-store.ts'
import type { BlurredArea } from '../ports/image-publisher.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { readWholly } from './read-wholly.ts'

/** What a person decides to show of a photo. `id` is made by the client for this one intent, as for an upload. */
export interface PublicationWish {
  readonly id: UploadId
  readonly digest: Digest
  readonly blurred: readonly BlurredArea[]
}

/** The original stays sealed and untouched; the published copy is a file of its own, to be referred to by its digest. */
export interface PublishedEvidence {
  readonly original: EvidenceFile
  readonly published: EvidenceFile
}

export async function publishEvidence(
  ports: EvidencePorts,
  actor: Actor,
  wish: PublicationWish,
): Promise<EvidenceOutcome<PublishedEvidence>> {
  if (!may(actor, 'evidence.publish', null))
    return refusedEvidence({ code: 'not-permitted', action: 'evidence.publish' })
  const known = await ports.evidence.stat(actor.tenantId, wish.digest)
  if (!known.ok) return known
  if (!isImage(known.value.kind)) return refusedEvidence({ code: 'image-expected', kind: known.value.kind })
  const original = await readWholly(ports.evidence, actor.tenantId, wish.digest)
  if (!original.ok) return original
  const copy = await ports.images.publish(original.value.content, original.value.file.kind, wish.blurred)
  if (!copy.ok) return copy
  const published = await store(ports, actor, wish.id, copy.value)
  return published.ok ? accepted({ original: original.value.file, published: published.value }) : published
}

async function store(
  { evidence, room, clock }: EvidencePorts,
  actor: Actor,
  id: UploadId,
  content: Uint8Array,
): Promise<EvidenceOutcome<EvidenceFile>> {
  const { tenantId, personId } = actor
  const declared = { by: personId, name: 'published.jpg', bytes: content.length, digest: null, begunAt: clock.now() }
  const admitted = await room.admit(tenantId, content.length)
  if (!admitted.ok && !(await evidence.status(tenantId, id)).ok) return admitted
  const begun = await evidence.begin(tenantId, id, declared)
  if (!begun.ok) return begun
  if (begun.value.file !== null) return accepted(begun.value.file)
  if (!admitted.ok) return admitted
  const { offset } = begun.value
  const appended = await evidence.append(tenantId, id, offset, only(content.subarray(offset)))
  // An end that was written before a crash takes nothing more, and goes on by being finished.
  if (!appended.ok && appended.refusal.code !== 'upload-finished') return appended
  return room.taking(tenantId, id, content.length, () => evidence.finish(tenantId, id))
}

async function* only(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}
