import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A file in the work folder that is being written, one piece after another. */
export interface WorkFile {
  readonly path: string
  readonly write: (piece: string | Uint8Array) => Promise<void>
  readonly finish: () => Promise<void>
  /** Removes it, finished or not. */
  readonly discard: () => Promise<void>
}

/** Only the owner reads it: it holds what people wrote, unmasked. */
export async function createWorkFile(folder: string): Promise<WorkFile> {
  const path = join(folder, `incoming-${randomBytes(8).toString('hex')}.csv`)
  const file = await open(path, 'wx', 0o600)
  let held: Buffer[] = []
  let heldBytes = 0
  let isOpen = true
  const flush = async () => {
    const pieces = held
    held = []
    heldBytes = 0
    await writeAll(pieces)
  }
  const writeAll = async (pieces: readonly Buffer[]) => {
    let rest = Buffer.concat(pieces)
    while (rest.length > 0) {
      const { bytesWritten } = await file.write(rest)
      rest = rest.subarray(bytesWritten)
    }
  }
  const close = async () => {
    if (isOpen) await file.close()
    isOpen = false
  }
  return {
    path,
    write: async (piece) => {
      const bytes =
        typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
      held.push(bytes)
      heldBytes += bytes.length
      if (heldBytes >= FULL) await flush()
    },
    finish: async () => {
      await flush()
      await close()
    },
    discard: async () => {
      await close()
      await rm(path, { force: true })
    },
  }
}

const FULL = 1 << 20
