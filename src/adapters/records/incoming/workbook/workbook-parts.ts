import { crc32 } from 'node:zlib'
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'
import { refusedRecords } from '../../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../../app/ports/record-store.ts'
import { accepted } from '../../../../core/kernel/outcome.ts'
import { errnoOf } from '../../../evidence/durable-files.ts'
import { halt } from '../halt.ts'
import type { Incoming } from '../incoming.ts'
import { strangeFile } from '../strange-file.ts'

/** The parts of an office file, by their names within it. */
export interface WorkbookParts {
  /**
   * The content, inflated as it is asked for; nothing where there is no such part. Halts where it is not what it should be, or
   * longer than `most` bytes.
   */
  readonly read: (name: string, most?: number) => AsyncGenerator<Buffer>
  /** Halts: what was read makes no workbook. `detail` says where. */
  readonly damaged: (detail: string) => never
}

/** Opens a ZIP archive by its directory, which stands at its end: half a file has none. */
export async function openParts(incoming: Incoming): Promise<Kept<WorkbookParts>> {
  const { file, fileName } = incoming
  try {
    const zip = await fromFdPromise(file.fd, { lazyEntries: true, autoClose: false, strictFileNames: false })
    if (zip.entryCount > MOST_PARTS) return strangeFile(fileName, 'archive')
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refusedRecords('file-encrypted', fileName)
      const name = entry.fileName.toLowerCase()
      if (entries.has(name)) return refusedRecords('file-damaged', fileName, '内部文件重名')
      entries.set(name, entry)
    }
    return accepted(partsOf(zip, entries, incoming))
  } catch (error) {
    // What the archive's reader says without a number of the system is about the content.
    if (errnoOf(error) !== null) throw error
    return refusedRecords('file-damaged', fileName, 'ZIP 的目录不完整')
  }
}

const MOST_PARTS = 10_000
/** Small parts may swell as they like. */
const FREE_BYTES = 4 * 2 ** 20

function partsOf(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { fileName, bytes, limits, progress }: Incoming,
): WorkbookParts {
  const expected = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 1)
  let inflated = 0
  const damaged = (detail: string) => halt(refusedRecords('file-damaged', fileName, detail))
  const read = async function* (name: string, most = limits.inflatedBytes) {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) return
    let length = 0
    let sum = 0
    for await (const piece of inflate(zip, entry, damaged)) {
      length += piece.length
      inflated += piece.length
      if (length > most) damaged(`${name} 大得反常`)
      if (length > FREE_BYTES && length > limits.inflatedRatio * entry.compressedSize) damaged(`${name} 解压后大得反常`)
      if (inflated > limits.inflatedBytes)
        halt(
          refusedRecords('file-too-large', fileName, '解压后太大', `${Math.floor(limits.inflatedBytes / 2 ** 20)} MB`),
        )
      sum = crc32(piece, sum)
      progress.decoded(Math.min(1, inflated / expected) * bytes)
      yield piece
    }
    if (sum !== entry.crc32) damaged(`${name} 的校验和不对`)
  }
  return { read, damaged }
}

async function* inflate(zip: ZipFile, entry: Entry, damaged: WorkbookParts['damaged']): AsyncGenerator<Buffer> {
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
  } catch (error) {
    if (errnoOf(error) !== null) throw error
    damaged(`${entry.fileName} 解压不了`)
  }
}
