/**
 * What evidence may be. The kind comes from the content, never from the name; a name only says what the person took the
 * file for, and two kinds of one family pass for each other (phones name HEIC and WebP photos `.jpg`). Everything that
 * is not in this table is refused: SVG, HTML, scripts, programs, archives, text.
 */
const EVIDENCE_KINDS = {
  jpg: { mediaType: 'image/jpeg', family: 'image', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', family: 'image', endings: ['png'] },
  webp: { mediaType: 'image/webp', family: 'image', endings: ['webp'] },
  heic: { mediaType: 'image/heic', family: 'image', endings: ['heic', 'heif'] },
  pdf: { mediaType: 'application/pdf', family: 'pdf', endings: ['pdf'] },
  docx: { mediaType: `${ooxml()}.wordprocessingml.document`, family: 'word', endings: ['docx'] },
  xlsx: { mediaType: `${ooxml()}.spreadsheetml.sheet`, family: 'sheet', endings: ['xlsx'] },
  pptx: { mediaType: `${ooxml()}.presentationml.presentation`, family: 'slides', endings: ['pptx'] },
  doc: { mediaType: 'application/msword', family: 'word', endings: ['doc', 'wps'] },
  xls: { mediaType: 'application/vnd.ms-excel', family: 'sheet', endings: ['xls', 'et'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', family: 'slides', endings: ['ppt', 'dps'] },
  mp3: { mediaType: 'audio/mpeg', family: 'recording', endings: ['mp3'] },
  m4a: { mediaType: 'audio/mp4', family: 'recording', endings: ['m4a'] },
  wav: { mediaType: 'audio/wav', family: 'recording', endings: ['wav'] },
  amr: { mediaType: 'audio/amr', family: 'recording', endings: ['amr'] },
  ogg: { mediaType: 'audio/ogg', family: 'recording', endings: ['ogg', 'oga', 'opus'] },
  mp4: { mediaType: 'video/mp4', family: 'recording', endings: ['mp4'] },
  webm: { mediaType: 'video/webm', family: 'recording', endings: ['webm', 'weba'] },
} as const satisfies Readonly<Record<string, KindFacts>>

interface KindFacts {
  readonly mediaType: string
  readonly family: Family
  readonly endings: readonly string[]
}

type Family = 'image' | 'pdf' | 'word' | 'sheet' | 'slides' | 'recording'

export type EvidenceKind = keyof typeof EVIDENCE_KINDS

/** How much is taken; sizes in bytes. */
export interface EvidenceLimits {
  readonly fileBytes: number
  /** Sound, MP4 and WebM: many phones write a sound recording into one that nothing at its front tells from a film. */
  readonly recordingBytes: number
  /** How many uploads one person may have begun and not finished. */
  readonly unfinished: number
  /** Office files are ZIP archives: how many entries, how many bytes inflated, how often an entry may swell. */
  readonly archiveEntries: number
  readonly inflatedBytes: number
  /** Counts only above `freeInflatedBytes`: a small XML part may well shrink to a hundredth. */
  readonly inflatedRatio: number
  readonly freeInflatedBytes: number
}

const MEGABYTE = 1024 * 1024

export const USUAL_EVIDENCE_LIMITS: EvidenceLimits = {
  fileBytes: 50 * MEGABYTE,
  recordingBytes: 200 * MEGABYTE,
  unfinished: 100,
  archiveEntries: 10_000,
  inflatedBytes: 400 * MEGABYTE,
  inflatedRatio: 200,
  freeInflatedBytes: 4 * MEGABYTE,
}

export function isEvidenceKind(text: string): text is EvidenceKind {
  return Object.hasOwn(EVIDENCE_KINDS, text)
}

export function mediaTypeOf(kind: EvidenceKind): string {
  return EVIDENCE_KINDS[kind].mediaType
}

export function isImage(kind: EvidenceKind): boolean {
  return EVIDENCE_KINDS[kind].family === 'image'
}

/** The kind that a file's name declares; null where the ending is none or unknown. */
export function kindNamed(name: string): EvidenceKind | null {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  const found = Object.entries<KindFacts>(EVIDENCE_KINDS).find(([, { endings }]) => endings.includes(ending))?.[0]
  return found !== undefined && isEvidenceKind(found) ? found : null
}

export function isOneFamily(one: EvidenceKind, other: EvidenceKind): boolean {
  return EVIDENCE_KINDS[one].family === EVIDENCE_KINDS[other].family
}

/** The most bytes that a file of the kind may have; for `null`, a file of any kind. */
export function limitOf(kind: EvidenceKind | null, limits: EvidenceLimits): number {
  if (kind === null) return Math.max(limits.fileBytes, limits.recordingBytes)
  return EVIDENCE_KINDS[kind].family === 'recording' ? limits.recordingBytes : limits.fileBytes
}

/** A name to offer for saving: the given one without path or control characters, ending as the content demands. */
export function savingName(name: string, kind: EvidenceKind): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]/gu, '_').replace(/\.[0-9A-Za-z]{1,8}$/u, '')
  const stem = Array.from(plain.replace(/^[.\s_]+/u, ''))
    .slice(0, 100)
    .join('')
  return `${stem === '' ? 'evidence' : stem}.${kind}`
}

function ooxml(): string {
  return 'application/vnd.openxmlformats-officedocument'
}
