/**
 * Office files since 2007 (.docx, .xlsx) are ZIP archives of XML parts. This room opens them within bounds, whoever asks: what
 * the archive says of itself is never believed, parts are inflated only as they are read, and what was inflated is counted.
 */
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { errnoOf } from '../evidence/durable-files.ts'

/** The parts of an office file, by their names within it, in any case of letters. */
export interface PackageParts {
  readonly has: (name: string) => boolean
  /**
   * The content, inflated as it is asked for; nothing where there is no such part. Halts where it is not what it should be, or
   * longer than `most` bytes.
   */
  readonly read: (name: string, most?: number) => AsyncGenerator<Buffer>
  /** Halts: what was read makes no such file. `detail` says what is wrong with the part. */
  readonly damaged: (part: string, detail: string) => never
}

export type PackageFault =
  | { readonly kind: 'encrypted' }
  /** `part` is empty where it is the archive itself. */
  | { readonly kind: 'damaged'; readonly part: string; readonly detail: string }
  | { readonly kind: 'too-many-parts' | 'inflated-too-large'; readonly limit: number }

export interface PackageBounds {
  /** Bytes, of all parts together. */
  readonly inflatedBytes: number
  /** How often one part may swell. */
  readonly inflatedRatio: number
}

export interface PackageReader {
  readonly bounds: PackageBounds
  /** Ends the reading of a part half way, by an error that whoever asked for the package tells from bugs. */
  readonly halt: (fault: PackageFault) => never
  /** Told which share of what the archive promises has been inflated. */
  readonly inflated?: (share: number) => void
}

export type OpenedPackage =
  | { readonly ok: true; readonly parts: PackageParts }
  | { readonly ok: false; readonly fault: PackageFault }

/** Opens an archive by its directory, which stands at its end: half a file has none. */
export async function openPackage(opening: Promise<ZipFile>, reader: PackageReader): Promise<OpenedPackage> {
  try {
    const zip = await opening
    if (zip.entryCount > MOST_PARTS) return refused({ kind: 'too-many-parts', limit: MOST_PARTS })
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refused({ kind: 'encrypted' })
      const name = entry.fileName.toLowerCase()
      if (entries.has(name)) return refused({ kind: 'damaged', part: entry.fileName, detail: '内部文件重名' })
      entries.set(name, entry)
    }
    return { ok: true, parts: partsOf(zip, entries, reader) }
  } catch (error) {
    // What the archive's reader says without a number of the system is about the content.
    if (errnoOf(error) !== null) throw error
    return refused({ kind: 'damaged', part: '', detail: 'ZIP 的目录不完整' })
  }
}

/** For the reader of the archive: names are only looked up, never written to a disk. */
export const ZIP_OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: false } as const

const MOST_PARTS = 10_000
/** Small parts may swell as they like. */
const FREE_BYTES = 4 * 2 ** 20

function refused(fault: PackageFault): OpenedPackage {
  return { ok: false, fault }
}

function partsOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { bounds, halt, inflated: tell }: PackageReader,
): PackageParts {
  const expected = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 1)
  let inflated = 0
  const damaged = (part: string, detail: string) => halt({ kind: 'damaged', part, detail })
  const read = async function* (name: string, most = bounds.inflatedBytes) {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) return
    let length = 0
    let sum = 0
    for await (const piece of inflate(zip, entry, damaged)) {
      length += piece.length
      inflated += piece.length
      if (length > most) damaged(name, '大得反常')
      if (length > FREE_BYTES && length > bounds.inflatedRatio * entry.compressedSize) damaged(name, '解压后大得反常')
      if (inflated > bounds.inflatedBytes) halt({ kind: 'inflated-too-large', limit: bounds.inflatedBytes })
      sum = crc32(piece, sum)
      tell?.(Math.min(1, inflated / expected))
      yield piece
    }
    if (sum !== entry.crc32) damaged(name, '的校验和不对')
  }
  return { has: (name) => entries.has(name.toLowerCase()), read, damaged }
}

async function* inflate(zip: ZipFile, entry: Entry, damaged: PackageParts['damaged']): AsyncGenerator<Buffer> {
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
  } catch (error) {
    if (errnoOf(error) !== null) throw error
    damaged(entry.fileName, '解压不了')
  }
}
