import type { SealedObject } from '../../app/ports/sealed-evidence.ts'
import { isEvidenceKind } from '../../app/ports/evidence-kind.ts'
import { parseDigest } from '../../core/ledger/chain.ts'

/** What a sealed file, or the note of who brought one, is named below its tenant; null for anything else that lies there. */
export function sealedIn(
  tenant: string,
  shelf: 'blobs' | 'bringers',
  file: string,
  bytes: number,
): SealedObject | null {
  const [stem = '', end = '', more] = file.split('.')
  const digest = parseDigest(stem)
  if (digest === null || more !== undefined) return null
  const isNote = shelf === 'bringers'
  if (isNote ? parseDigest(end) === null : !isEvidenceKind(end)) return null
  const folder = isNote ? 'bringers' : `blobs/${digest.slice(0, 2)}`
  return { name: `${tenant}/${folder}/${file}`, bytes, digest, isNote }
}
