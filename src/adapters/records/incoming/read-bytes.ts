import type { FileHandle } from 'node:fs/promises'

/** The bytes from `start` up to `end`; fewer where the file ends before. */
export async function readBytes(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const room = Buffer.alloc(Math.max(0, end - start))
  let held = 0
  while (held < room.length) {
    const { bytesRead } = await file.read(room, held, room.length - held, start + held)
    if (bytesRead === 0) break
    held += bytesRead
  }
  return room.subarray(0, held)
}
