import { open, type FileHandle } from 'node:fs/promises'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { partBytes, readDeclaration, readEnd, uploadPart } from './upload-files.ts'

/** Nothing is answered before what arrived is on the disk, however the stream ended. */
export async function appendUpload(
  folder: string,
  id: UploadId,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<UploadStatus>> {
  const declared = await readDeclaration(folder, id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  if ((await readEnd(folder, id)) !== null) return refusedEvidence({ code: 'upload-finished' })
  const held = await partBytes(folder, id)
  if (held === null) return refusedEvidence({ code: 'upload-unknown' })
  if (held !== offset) return refusedEvidence({ code: 'upload-offset-wrong', offset: held })
  const part = await open(uploadPart(folder, id), 'r+')
  try {
    const taken = await take(part, offset, declared.bytes, content)
    await part.datasync()
    if (taken.ended === 'overflowed') return refusedEvidence({ code: 'upload-size-differs', bytes: declared.bytes })
    if (taken.ended === 'broke-off') return refusedEvidence({ code: 'upload-broke-off', offset: taken.offset })
    return accepted({ declared, offset: taken.offset, file: null })
  } finally {
    await part.close()
  }
}

interface Taken {
  readonly offset: number
  readonly ended: 'whole' | 'broke-off' | 'overflowed'
}

/** An error of the disk is thrown, an error of the stream is how it ended: they are told apart by where they arise. */
async function take(part: FileHandle, start: number, most: number, content: AsyncIterable<Uint8Array>): Promise<Taken> {
  let offset = start
  const pieces = content[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await pieces.next().catch(() => null)
      if (next === null) return { offset, ended: 'broke-off' }
      if (next.done === true) return { offset, ended: 'whole' }
      if (offset + next.value.length > most) return { offset, ended: 'overflowed' }
      offset = await writeAt(part, offset, next.value)
    }
  } finally {
    await pieces.return?.().catch(() => undefined)
  }
}

async function writeAt(part: FileHandle, start: number, piece: Uint8Array): Promise<number> {
  let written = 0
  while (written < piece.length)
    written += (await part.write(piece, written, piece.length - written, start + written)).bytesWritten
  return start + written
}
