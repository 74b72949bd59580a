import type { Digest } from '../../core/ledger/chain.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { isImage } from '../ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { EvidenceFile, UploadId, UploadStatus } from '../ports/evidence-store.ts'
import { NO_CLAIMS, type PhotoClaims } from '../ports/image-publisher.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { readWholly } from './read-wholly.ts'

/** What the client says of the file that it is going to send. */
export interface FileToAdd {
  readonly id: UploadId
  readonly name: string
  readonly bytes: number
  readonly digest: Digest | null
}

/** A sealed file with what a photo says of itself: claims, to be recorded beside the digest by who refers to it. */
export interface AddedEvidence {
  readonly file: EvidenceFile
  readonly claims: PhotoClaims
}

export async function beginEvidence(
  ports: EvidencePorts,
  actor: Actor,
  file: FileToAdd,
): Promise<EvidenceOutcome<UploadStatus>> {
  if (!may(actor, 'evidence.add', null)) return notPermitted()
  const { id, name, bytes, digest } = file
  const declared = { by: actor.personId, name, bytes, digest, begunAt: ports.clock.now() }
  const room = await ports.room.admit(actor.tenantId, bytes)
  // One that was begun before it was full is told where it stands; it is looked at again when it is to be sealed.
  if (!room.ok && !(await ports.evidence.status(actor.tenantId, id)).ok) return room
  return ports.evidence.begin(actor.tenantId, id, declared)
}

/** Where an upload stands. To anyone but the person who began it, it is unknown. */
export async function evidenceUpload(
  ports: EvidencePorts,
  actor: Actor,
  id: UploadId,
): Promise<EvidenceOutcome<UploadStatus>> {
  if (!may(actor, 'evidence.add', null)) return notPermitted()
  const status = await ports.evidence.status(actor.tenantId, id)
  return status.ok && status.value.declared.by !== actor.personId ? refusedEvidence({ code: 'upload-unknown' }) : status
}

export async function appendEvidence(
  ports: EvidencePorts,
  actor: Actor,
  id: UploadId,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<UploadStatus>> {
  const own = await evidenceUpload(ports, actor, id)
  return own.ok ? ports.evidence.append(actor.tenantId, id, offset, content) : own
}

export async function finishEvidence(
  ports: EvidencePorts,
  actor: Actor,
  id: UploadId,
): Promise<EvidenceOutcome<AddedEvidence>> {
  const own = await evidenceUpload(ports, actor, id)
  if (!own.ok) return own
  const { file: known, declared } = own.value
  const finish = () => ports.evidence.finish(actor.tenantId, id)
  const finished = known === null ? await ports.room.taking(actor.tenantId, id, declared.bytes, finish) : await finish()
  if (!finished.ok) return finished
  const file = finished.value
  if (!isImage(file.kind)) return accepted({ file, claims: NO_CLAIMS })
  const content = await readWholly(ports.evidence, actor.tenantId, file.digest)
  return content.ok ? accepted({ file, claims: ports.images.claimsOf(content.value.content) }) : content
}

function notPermitted(): ReturnType<typeof refusedEvidence> {
  return refusedEvidence({ code: 'not-permitted', action: 'evidence.add' })
}
