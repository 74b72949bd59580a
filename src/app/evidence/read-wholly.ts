import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { EvidenceFile, EvidenceStore } from '../ports/evidence-store.ts'

/** A verified file in memory: for photos, which are small enough. */
export async function readWholly(
  store: EvidenceStore,
  tenantId: TenantId,
  digest: Digest,
): Promise<EvidenceOutcome<{ readonly file: EvidenceFile; readonly content: Uint8Array }>> {
  const verified = await store.verify(tenantId, digest)
  if (!verified.ok) return verified
  const opened = await store.open(tenantId, digest, null)
  if (!opened.ok) return opened
  const content = new Uint8Array(opened.value.file.bytes)
  let held = 0
  for await (const piece of opened.value.content) {
    content.set(piece, held)
    held += piece.length
  }
  return accepted({ file: opened.value.file, content })
}
