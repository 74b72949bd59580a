import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Actor } from '../people/actor.ts'
import { may, reachesAll } from '../people/who-may.ts'
import { refusedEvidence, type EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { ByteRange, OpenEvidence } from '../ports/evidence-store.ts'
import type { EvidencePorts } from './evidence-ports.ts'

/**
 * A sealed file to be read. `centerId` is the center of a case in the ledger that refers to the file, which the caller has
 * looked up; null where none does, and then a center may not read it. A whole file is verified first, so that nobody
 * is shown what is not what was sealed; a part of one (seeking in a recording) is not.
 */
export async function readEvidence(
  ports: Pick<EvidencePorts, 'evidence'>,
  actor: Actor,
  digest: Digest,
  centerId: CenterId | null,
  range: ByteRange | null,
): Promise<EvidenceOutcome<OpenEvidence>> {
  if (!mayReadEvidence(actor, centerId)) return refusedEvidence({ code: 'not-permitted', action: 'evidence.read' })
  if (range === null) {
    const verified = await ports.evidence.verify(actor.tenantId, digest)
    if (!verified.ok) return verified
  }
  return ports.evidence.open(actor.tenantId, digest, range)
}

/** `centerId` as above. */
export function mayReadEvidence(actor: Actor, centerId: CenterId | null): boolean {
  return may(actor, 'evidence.read', centerId) && (centerId !== null || reachesAll(actor, 'evidence.read'))
}
