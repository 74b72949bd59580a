import sharp from 'sharp'
import type { EvidenceKind } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { MOST_PIXELS } from './photo-size.ts'

/** A thumbnail is 136 to 200 pixels wide on a page, and a phone has three for each. */
const LONGEST_SIDE = 480

export async function smallCopy(content: Uint8Array, kind: EvidenceKind): Promise<EvidenceOutcome<Uint8Array>> {
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return refusedEvidence({ code: 'image-too-many-pixels', limit: MOST_PIXELS })
    // Half a photo is shown as far as it goes, as a browser shows the original: what it proves is judged on that one.
    const copy = await sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'none', autoOrient: true })
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColorspace('srgb')
      .jpeg({ quality: 72, mozjpeg: true })
      .toBuffer()
    return accepted(Uint8Array.from(copy))
  } catch {
    // What sharp throws here is about the content: it is given bytes and fixed options.
    return refusedEvidence({ code: 'image-undecodable', kind })
  }
}
