import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Actor } from '../people/actor.ts'
import { isImage } from '../ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { mayReadEvidence } from './read-evidence.ts'
import { readWholly } from './read-wholly.ts'

/**
 * A photo as a thumbnail, for whoever may read the original. Made of a verified original; what is kept stays a picture of what was
 * sealed, whatever becomes of the file. Anything but a photo is refused with its kind.
 */
export async function readSmallEvidence(
  { evidence, images, small }: Pick<EvidencePorts, 'evidence' | 'images' | 'small'>,
  actor: Actor,
  digest: Digest,
  centerId: CenterId | null,
): Promise<EvidenceOutcome<Uint8Array>> {
  const { tenantId } = actor
  if (!mayReadEvidence(actor, centerId)) return refusedEvidence({ code: 'not-permitted', action: 'evidence.read' })
  const known = await evidence.stat(tenantId, digest)
  if (!known.ok) return known
  const { kind } = known.value
  if (!isImage(kind)) return refusedEvidence({ code: 'image-expected', kind })
  return small.of(tenantId, digest, async () => {
    const original = await readWholly(evidence, tenantId, digest)
    return original.ok ? images.small(original.value.content, kind) : original
  })
}
