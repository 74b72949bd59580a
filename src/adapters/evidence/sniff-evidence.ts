import { fileTypeFromBuffer } from 'file-type'
import type { EvidenceKind, EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import type { ByteSource } from './byte-source.ts'
import { inspectArchive, startsArchive } from './inspect-archive.ts'
import { inspectCompound, startsCompound } from './inspect-compound.ts'
import { found, unfit, type Sniffed } from './sniffed.ts'

/** What a file is by its content alone. What stands behind a whole photo (a polyglot's tail) does not change what it is. */
export async function sniffEvidence(source: ByteSource, limits: EvidenceLimits): Promise<Sniffed> {
  if (source.bytes === 0) return unfit({ code: 'evidence-empty' })
  const head = await source.read(0, HEAD)
  if (startsArchive(head)) return inspectArchive(source, limits)
  if (startsCompound(head)) return inspectCompound(source)
  // A byte order mark starts like the frame of a recording.
  if (head[0] === 0xff && head[1] === 0xfe) return unfit({ code: 'file-type-refused', found: null })
  const type = await fileTypeFromBuffer(head)
  const kind = type === undefined ? undefined : BY_ENDING.get(type.ext)
  return kind === undefined ? unfit({ code: 'file-type-refused', found: type?.ext ?? null }) : found(kind)
}

/** Some kinds are told apart behind what comes first: a PNG behind its color profile, a song behind its tags. */
const HEAD = 1024 * 1024

/** The endings of file-type; archives and compound files are looked into instead. */
const BY_ENDING: ReadonlyMap<string, EvidenceKind> = new Map([
  ['jpg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['heic', 'heic'],
  ['pdf', 'pdf'],
  ['mp3', 'mp3'],
  ['m4a', 'm4a'],
  ['wav', 'wav'],
  ['amr', 'amr'],
  ['ogg', 'ogg'],
  ['oga', 'ogg'],
  ['opus', 'ogg'],
  ['spx', 'ogg'],
  ['mp4', 'mp4'],
  ['webm', 'webm'],
])
