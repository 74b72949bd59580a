import sharp from 'sharp'
import type { EvidenceKind } from '../../app/ports/evidence-kind.ts'
import { refusedEvidence, type EvidenceOutcome, type PhotoFault } from '../../app/ports/evidence-refusals.ts'
import type { BlurredArea, ImagePublisher } from '../../app/ports/image-publisher.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { blurArea, type RawImage } from './blur-area.ts'
import { photoClaims } from './photo-claims.ts'
import { MOST_PIXELS } from './photo-size.ts'
import { smallCopy } from './small-copy.ts'

export function sharpPublisher(): ImagePublisher {
  return { publish, small: smallCopy, claimsOf: photoClaims }
}

const MOST_AREAS = 200
const LONGEST_SIDE = 4096

async function publish(
  content: Uint8Array,
  kind: EvidenceKind,
  blurred: readonly BlurredArea[],
): Promise<EvidenceOutcome<Uint8Array>> {
  if (blurred.length > MOST_AREAS) return refusedEvidence({ code: 'blurred-areas-too-many', limit: MOST_AREAS })
  const wrong = blurred.findIndex((area) => !isWithin(area))
  if (wrong >= 0) return refusedEvidence({ code: 'blurred-area-wrong', index: wrong })
  const image = await decode(content, kind)
  if (!('pixels' in image)) return refusedEvidence(image)
  for (const area of blurred) blurArea(image, area)
  const { width, height, pixels } = image
  // sharp writes no metadata unless asked to; pixels that were raw have none to begin with.
  const copy = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer()
  return accepted(Uint8Array.from(copy))
}

async function decode(content: Uint8Array, kind: EvidenceKind): Promise<RawImage | PhotoFault> {
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return { code: 'image-too-many-pixels', limit: MOST_PIXELS }
    const { data, info } = await sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error', autoOrient: true })
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColorspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, pixels: data }
  } catch {
    // What sharp throws here is about the content: it is given bytes and fixed options.
    return { code: 'image-undecodable', kind }
  }
}

function isWithin({ left, top, width, height }: BlurredArea): boolean {
  return (
    [left, top, width, height].every(Number.isSafeInteger) &&
    left >= 0 &&
    top >= 0 &&
    width >= 1 &&
    height >= 1 &&
    left + width <= 1000 &&
    top + height <= 1000
  )
}
