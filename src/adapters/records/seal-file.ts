import { createHash } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../evidence/durable-files.ts'

export interface FileSeal {
  /** SHA-256 of the bytes. */
  readonly digest: string
  readonly bytes: number
}

export async function sealOf(path: string): Promise<FileSeal> {
  const file = await open(path, 'r')
  try {
    return await readSeal(file)
  } finally {
    await file.close()
  }
}

/** Puts a finished file where its digest says, with its bytes on the disk. Its folder has to be synced after. */
export async function sealFile(draft: string, placeOf: (seal: FileSeal) => string): Promise<FileSeal> {
  const file = await open(draft, 'r+')
  let seal: FileSeal
  try {
    seal = await readSeal(file)
    await file.sync()
  } finally {
    await file.close()
  }
  const place = placeOf(seal)
  await makeFolder(dirname(place))
  await rename(draft, place)
  return seal
}

async function readSeal(file: Awaited<ReturnType<typeof open>>): Promise<FileSeal> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  for (let bytes = 0; ;) {
    const { bytesRead } = await file.read(piece, 0, PIECE, bytes)
    if (bytesRead === 0) return { digest: hash.digest('hex'), bytes }
    hash.update(piece.subarray(0, bytesRead))
    bytes += bytesRead
  }
}

const PIECE = 1 << 20
