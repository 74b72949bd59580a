import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { UploadId, UploadStatus } from '../../app/ports/evidence-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PartWriter, ArrivingPlace } from './evidence-place.ts'

/** Nothing is answered before what arrived is kept, however the stream ended. */
export async function appendUpload(
  uploads: ArrivingPlace,
  id: UploadId,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<UploadStatus>> {
  const declared = await uploads.declaration(id)
  if (declared === null) return refusedEvidence({ code: 'upload-unknown' })
  const standing = await whyNotAt(uploads, id, offset)
  if (standing !== null) return standing
  const writer = await uploads.writer(id, offset)
  try {
    const taken = await take(writer, offset, declared.bytes, content)
    if (taken.ended === 'overtaken' || !(await writer.keep()))
      return (await whyNotAt(uploads, id, null)) ?? refusedEvidence({ code: 'upload-unknown' })
    if (taken.ended === 'overflowed') return refusedEvidence({ code: 'upload-size-differs', bytes: declared.bytes })
    if (taken.ended === 'broke-off') return refusedEvidence({ code: 'upload-broke-off', offset: taken.offset })
    return accepted({ declared, offset: taken.offset, file: null })
  } finally {
    await writer.close()
  }
}

/** Null where the upload stands at `offset` and takes more. */
async function whyNotAt(
  uploads: ArrivingPlace,
  id: UploadId,
  offset: number | null,
): Promise<ReturnType<typeof refusedEvidence> | null> {
  if ((await uploads.end(id)) !== null) return refusedEvidence({ code: 'upload-finished' })
  const held = await uploads.held(id)
  if (held === null) return refusedEvidence({ code: 'upload-unknown' })
  return held === offset ? null : refusedEvidence({ code: 'upload-offset-wrong', offset: held })
}

interface Taken {
  readonly offset: number
  readonly ended: 'whole' | 'broke-off' | 'overflowed' | 'overtaken'
}

/** An error of the place is thrown, an error of the stream is how it ended: they are told apart by where they arise. */
async function take(part: PartWriter, start: number, most: number, content: AsyncIterable<Uint8Array>): Promise<Taken> {
  let offset = start
  const pieces = content[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await pieces.next().catch(() => null)
      if (next === null) return { offset, ended: 'broke-off' }
      if (next.done === true) return { offset, ended: 'whole' }
      if (offset + next.value.length > most) return { offset, ended: 'overflowed' }
      if (!(await part.write(next.value))) return { offset, ended: 'overtaken' }
      offset += next.value.length
    }
  } finally {
    await pieces.return?.().catch(() => undefined)
  }
}
