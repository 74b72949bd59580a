import type { CenterId } from '../../core/kernel/identifiers.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import type { Evidence } from '../../core/ledger/ledger-event.ts'
import type { EvidencePorts } from '../evidence/evidence-ports.ts'
import { readSmallEvidence } from '../evidence/read-small-evidence.ts'
import type { Actor } from '../people/actor.ts'
import type { PictureSource } from '../ports/document-writer.ts'
import type { ShownEvidence } from './evidence-blocks.ts'
import { jpegSize } from './picture-size.ts'

type Files = Pick<EvidencePorts, 'evidence' | 'images' | 'small'>

/** Small pictures of a center's evidence by its digests, for whoever may see the originals. */
export function smallPictures(files: Files, actor: Actor, centerId: CenterId | null): PictureSource {
  return async (key) => {
    const digest = parseDigest(key)
    if (digest === null) return null
    const read = await readSmallEvidence(files, actor, digest, centerId)
    return read.ok ? read.value : null
  }
}

/** Files with the sizes of their small pictures. What is no photo, or is gone, is listed all the same. */
export async function shownEvidence(pictures: PictureSource, evidence: readonly Evidence[]): Promise<ShownEvidence[]> {
  const shown: ShownEvidence[] = []
  for (const one of evidence) {
    const bytes = await pictures(one.digest)
    shown.push({ ...one, size: bytes === null ? null : jpegSize(bytes) })
  }
  return shown
}
