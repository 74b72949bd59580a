import type { TenantId } from '../../core/kernel/identifiers.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import type { EvidenceStore } from '../ports/evidence-store.ts'
import type { ProofFiles } from '../ports/proof-files.ts'
import { answered, type Answer } from '../problem.ts'
import { refusedBy } from './find-source.ts'

export interface ExportedEvidence {
  readonly folder: string
  readonly files: number
  readonly bytes: number
}

/** The sealed originals, each named for its digest, so that `verify --evidence` can hold them to it. */
export async function exportEvidence(
  evidence: Pick<EvidenceStore, 'open'>,
  tenantId: TenantId,
  digests: readonly string[],
  folder: string,
  files: ProofFiles,
): Promise<Answer<ExportedEvidence>> {
  let bytes = 0
  for (const digest of digests) {
    const parsed = parseDigest(digest)
    if (parsed === null) throw new Error(`not a digest: ${digest}`)
    const opened = await evidence.open(tenantId, parsed, null)
    if (!opened.ok) return refusedBy(opened.refusal)
    const { file, content } = opened.value
    const copied = await files.copyInto(folder, `${digest}.${file.kind}`, content)
    if (!copied.ok) return copied
    bytes += file.bytes
  }
  return answered({ folder, files: digests.length, bytes })
}
