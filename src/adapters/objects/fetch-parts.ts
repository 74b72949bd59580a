import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../core/ledger/chain.ts'
import type { ObjectBucket } from './object-bucket.ts'
import { objectFault } from './object-fault.ts'
import type { UploadPart } from './upload-register.ts'

/** The parts of an upload one behind the other in a file of this machine, digested as they came. */
export interface FetchedParts {
  readonly path: string
  readonly handle: FileHandle
  readonly bytes: number
  readonly digest: Digest
  readonly md5: string
}

/** Each part is what was taken, or it throws. The caller closes the file and removes it. */
export async function fetchParts(
  bucket: ObjectBucket,
  parts: readonly UploadPart[],
  workFolder: string,
): Promise<FetchedParts> {
  await mkdir(workFolder, { recursive: true })
  const path = join(workFolder, `${randomUUID()}.fetched`)
  const handle = await open(path, 'wx+', 0o640)
  try {
    const [whole, md5] = [createHash('sha256'), createHash('md5')]
    let bytes = 0
    for (const part of parts) {
      const own = createHash('sha256')
      for await (const piece of bucket.read(part.key, { start: 0, end: part.bytes })) {
        for (const hash of [whole, md5, own]) hash.update(piece)
        await writeWholly(handle, piece, bytes)
        bytes += piece.length
      }
      if (own.digest('hex') !== part.sha256)
        throw objectFault(bucket.place, new Error(`对象 ${part.key} 不是写入时的内容`))
    }
    return { path, handle, bytes, digest: whole.digest('hex') as Digest, md5: md5.digest('hex') }
  } catch (error) {
    await handle.close()
    await rm(path, { force: true })
    throw error
  }
}

async function writeWholly(handle: FileHandle, piece: Uint8Array, at: number): Promise<void> {
  let written = 0
  while (written < piece.length)
    written += (await handle.write(piece, written, piece.length - written, at + written)).bytesWritten
}
