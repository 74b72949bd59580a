import exif, { type ExpandedTags } from 'exifreader'
import { NO_CLAIMS, type PhotoClaims } from '../../app/ports/image-publisher.ts'

/** What EXIF says, cut to what a ledger can hold. A photo without EXIF, or with a broken one, claims nothing. */
export function photoClaims(content: Uint8Array): PhotoClaims {
  const tags = tagsOf(content)
  if (tags === null) return NO_CLAIMS
  const { exif: camera = {}, gps = {} } = tags
  return {
    takenAt: timeOf(textOf(camera.DateTimeOriginal)),
    offset: matching(textOf(camera['OffsetTimeOriginal'] ?? camera['OffsetTime']), /^[+-]\d{2}:\d{2}$/),
    latitude: degrees(gps.Latitude, 90),
    longitude: degrees(gps.Longitude, 180),
    make: textOf(camera.Make),
    model: textOf(camera.Model),
  }
}

/** A CommonJS package: Node finds its functions on the default only. */
const reader: Pick<typeof exif, 'load'> = exif

function tagsOf(content: Uint8Array): ExpandedTags | null {
  try {
    // Always bytes, never a string: a string would be taken for an address and fetched.
    return reader.load(Buffer.from(content.buffer, content.byteOffset, content.byteLength), { expanded: true })
  } catch {
    return null
  }
}

const LONGEST = 100

function textOf(tag: { readonly description?: unknown } | undefined): string | null {
  if (typeof tag?.description !== 'string') return null
  const text = Array.from(tag.description.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\uFFFD]/gu, '').trim())
  return text.length === 0 ? null : text.slice(0, LONGEST).join('')
}

/** EXIF writes `2021:10:25 09:30:00`; a camera whose clock was never set writes zeros or blanks. */
function timeOf(text: string | null): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text ?? '')
  if (match === null || match[2] === '00' || match[3] === '00') return null
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}`
}

function matching(text: string | null, pattern: RegExp): string | null {
  return text !== null && pattern.test(text) ? text : null
}

function degrees(value: number | undefined, most: number): string | null {
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= most ? value.toFixed(6) : null
}
