import { createHash } from 'node:crypto'
import { chmod, open, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isEvidenceKind } from '../../app/ports/evidence-kind.ts'
import type { ByteRange, EvidenceFile } from '../../app/ports/evidence-store.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { makeFolder, orNull, syncFolder } from './durable-files.ts'

/**
 * Sealed files: `ab/abcdef….jpg`, the digest of the content and the kind it was sealed as. Both are in the one name that
 * a rename gives, so no crash can leave a file without its kind.
 */
export async function findBlob(blobs: string, digest: Digest): Promise<{ path: string; file: EvidenceFile } | null> {
  const folder = join(blobs, digest.slice(0, 2))
  const names = (await orNull(readdir(folder))) ?? []
  const name = names.find((name) => partsOf(name)?.digest === digest)
  const parts = name === undefined ? null : partsOf(name)
  if (name === undefined || parts === null) return null
  const path = join(folder, name)
  const { size } = await stat(path)
  return { path, file: { ...parts, bytes: size } }
}

/** In order of their digests. */
export async function listBlobs(blobs: string, after: Digest | null, limit: number): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = []
  const folders = ((await orNull(readdir(blobs))) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name)).toSorted()
  for (const folder of folders) {
    if (files.length >= limit) break
    if (after !== null && folder < after.slice(0, 2)) continue
    const names = (await readdir(join(blobs, folder))).toSorted()
    for (const name of names) {
      const parts = partsOf(name)
      if (parts === null || (after !== null && parts.digest <= after) || files.length >= limit) continue
      files.push({ ...parts, bytes: (await stat(join(blobs, folder, name))).size })
    }
  }
  return files
}

/**
 * Takes the file at `path`, whose content is known to be `file`, out of its folder and seals it. Where the same content
 * is sealed already, the new copy takes its place: it was digested just now, and heals an old one that the disk spoiled.
 */
export async function sealBlob(blobs: string, path: string, file: EvidenceFile): Promise<void> {
  const known = await findBlob(blobs, file.digest)
  const target = known?.path ?? join(blobs, file.digest.slice(0, 2), `${file.digest}.${file.kind}`)
  await makeFolder(dirname(target))
  await chmod(path, 0o440)
  await rename(path, target)
  await syncFolder(dirname(target))
  await syncFolder(dirname(path))
}

/** Opens the file when first asked for a piece. A file that ends before `range` does throws: half is not passed off as whole. */
export async function* readPieces(path: string, range: ByteRange): AsyncIterable<Uint8Array> {
  if (range.end === range.start) return
  const handle = await open(path, 'r')
  try {
    let left = range.end - range.start
    const stream = handle.createReadStream({ ...range, end: range.end - 1, highWaterMark: PIECE, autoClose: false })
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      left -= piece.length
      yield piece
    }
    if (left > 0) throw new Error(`evidence file ends ${left} bytes early`)
  } finally {
    await handle.close()
  }
}

export async function digestFile(path: string): Promise<{ readonly digest: Digest; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(path, 'r')
  try {
    for await (const piece of handle.createReadStream({
      highWaterMark: PIECE,
      autoClose: false,
    }) as AsyncIterable<Uint8Array>) {
      hash.update(piece)
      bytes += piece.length
    }
  } finally {
    await handle.close()
  }
  return { digest: hash.digest('hex') as Digest, bytes }
}

const PIECE = 256 * 1024

function partsOf(name: string): Pick<EvidenceFile, 'digest' | 'kind'> | null {
  const [stem = '', kind = '', more] = name.split('.')
  const digest = parseDigest(stem)
  return digest === null || more !== undefined || !isEvidenceKind(kind) ? null : { digest, kind }
}
