import type { FileHandle } from 'node:fs/promises'
import { fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl'

/** Bytes that stand still and can be read anywhere: a file, or memory. */
export interface ByteSource {
  readonly bytes: number
  /** Fewer than asked only at the end. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>
  /** The same bytes as an archive, read entry by entry; throws where they are none. */
  readonly openZip: () => Promise<ZipFile>
}

export function memorySource(content: Uint8Array): ByteSource {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return {
    bytes: content.length,
    read: async (start, end) => content.subarray(start, end),
    openZip: () => fromBufferPromise(buffer, { lazyEntries: true }),
  }
}

/** The handle stays the caller's to close, after everything was read. */
export function fileSource(handle: FileHandle, bytes: number): ByteSource {
  return {
    bytes,
    read: async (start, end) => {
      const room = Buffer.alloc(Math.max(0, Math.min(end, bytes) - start))
      let held = 0
      while (held < room.length) {
        const { bytesRead } = await handle.read(room, held, room.length - held, start + held)
        if (bytesRead === 0) break
        held += bytesRead
      }
      return room.subarray(0, held)
    },
    openZip: () => fromFdPromise(handle.fd, { lazyEntries: true, autoClose: false }),
  }
}
