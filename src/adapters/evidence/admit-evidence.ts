import { isOneFamily, kindNamed, limitOf, type EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import type { ContentFault, EvidenceFault } from '../../app/ports/evidence-refusals.ts'
import type { UploadDeclaration } from '../../app/ports/evidence-store.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { ByteSource } from './byte-source.ts'
import { sniffEvidence } from './sniff-evidence.ts'
import { unfit, type Sniffed } from './sniffed.ts'

/** What a declaration alone already rules out; null where the upload may begin. */
export function declarationFault(declared: UploadDeclaration, limits: EvidenceLimits): EvidenceFault | null {
  if (!Number.isSafeInteger(declared.bytes) || declared.bytes < 0)
    return { code: 'upload-declaration-wrong', expected: '不小于 0 的整数字节数' }
  if (declared.name.length > 255 || /\p{Cc}/u.test(declared.name) || declared.name.trim() === '')
    return { code: 'upload-declaration-wrong', expected: '不含控制字符、不超过 255 个字符的文件名' }
  if (declared.bytes === 0) return { code: 'evidence-empty' }
  const limit = limitOf(kindNamed(declared.name), limits)
  return declared.bytes > limit ? { code: 'evidence-too-large', bytes: declared.bytes, limit } : null
}

/** The kind of a whole upload whose content has the digest `found`, or why it is not taken. */
export async function admitEvidence(
  declared: UploadDeclaration,
  found: Digest,
  source: ByteSource,
  limits: EvidenceLimits,
): Promise<Sniffed> {
  if (declared.digest !== null && declared.digest !== found)
    return unfit({ code: 'upload-digest-differs', declared: declared.digest, found })
  const sniffed = await sniffEvidence(source, limits)
  if (!sniffed.ok) return sniffed
  const fault = sizeFault(source.bytes, sniffed.kind, limits) ?? nameFault(declared.name, sniffed.kind)
  return fault === null ? sniffed : unfit(fault)
}

function sizeFault(bytes: number, kind: Parameters<typeof limitOf>[0], limits: EvidenceLimits): ContentFault | null {
  const limit = limitOf(kind, limits)
  return bytes > limit ? { code: 'evidence-too-large', bytes, limit } : null
}

/** The content decides. A name of the same family or of no known ending misleads nobody; another family may be a mix-up. */
function nameFault(name: string, found: Parameters<typeof isOneFamily>[0]): ContentFault | null {
  const named = kindNamed(name)
  return named === null || isOneFamily(named, found) ? null : { code: 'file-type-differs', named, found }
}
