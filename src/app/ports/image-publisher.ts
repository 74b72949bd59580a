import type { EvidenceKind } from './evidence-kind.ts'
import type { EvidenceOutcome } from './evidence-refusals.ts'

/** Photos as they may be shown, and what they say of themselves. */
export interface ImagePublisher {
  /**
   * A JPEG upright and in sRGB, of at most 4096 pixels a side, without EXIF, GPS, XMP, comments or color profile, in which the
   * blurred areas cannot be recovered. A person chooses the areas; nothing is found or hidden by itself.
   */
  readonly publish: (
    content: Uint8Array,
    kind: EvidenceKind,
    blurred: readonly BlurredArea[],
  ) => Promise<EvidenceOutcome<Uint8Array>>
  /** A JPEG upright and in sRGB, of at most 480 pixels a side and a few dozen kilobytes, without metadata. */
  readonly small: (content: Uint8Array, kind: EvidenceKind) => Promise<EvidenceOutcome<Uint8Array>>
  /** What cannot be read is null: a photo that claims nothing is as good as any. */
  readonly claimsOf: (content: Uint8Array) => PhotoClaims
}

/** In thousandths of the photo as people see it (turned upright): whole numbers, within the photo. */
export interface BlurredArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * What the device wrote into the photo. Claims, not facts: anyone can write them. Times are as written (`2021-10-25T09:30:00`,
 * an offset such as `+08:00` apart from it); places are WGS 84 degrees with six decimals, south and west negative.
 */
export interface PhotoClaims {
  readonly takenAt: string | null
  readonly offset: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly make: string | null
  readonly model: string | null
}

export const NO_CLAIMS: PhotoClaims = {
  takenAt: null,
  offset: null,
  latitude: null,
  longitude: null,
  make: null,
  model: null,
}
