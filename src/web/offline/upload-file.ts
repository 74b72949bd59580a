import type { Answered, Asked, OperationId, Told } from '../client/call.ts'
import type { Problem } from '../client/problem.ts'
import type { RecordFile } from './inspection-record.ts'

/** Asks the server by contract, as the person who is signed in. */
export type Ask = <Id extends OperationId>(id: Id, asked: Asked<Id>) => Promise<Told<Id>>

/** What is told of a file before its bytes: the id is of the upload. */
type SentFile = Pick<RecordFile, 'id' | 'name' | 'bytes' | 'digest'>

/** A piece of this size is on its way for a second or two on a poor line, and lost at most once. */
const PIECE_BYTES = 512 * 1024

/** Beginning anew is worth trying so often; what fails still is for the next round. */
const TURNS = 3

/**
 * Brings one file to the server, from where an earlier attempt stopped. Null: the server holds every byte, by its own
 * digest. `note` is told how far it has come.
 */
export async function uploadFile(
  file: SentFile,
  content: Blob,
  ask: Ask,
  note: (offset: number) => Promise<void>,
): Promise<Problem | null> {
  const { id: uploadId, name, bytes, digest } = file
  let problem: Problem = differs(file)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const begun = await ask('beginUpload', { body: { uploadId, name, bytes, digest } })
    if (!begun.ok) return begun.problem
    if (begun.value.file !== null) return judge(file, begun.value.file)
    await note(begun.value.offset)
    const stopped = await sendPieces(uploadId, content, begun.value.offset, ask, note)
    if (stopped !== null && !isMendedByBeginning(stopped)) return stopped
    if (stopped !== null) {
      problem = stopped
      continue
    }
    const finished = await ask('finishUpload', { params: { uploadId } })
    if (finished.ok) return judge(file, finished.value.file)
    if (!isMendedByBeginning(finished.problem)) return finished.problem
    problem = finished.problem
  }
  return problem
}

async function sendPieces(
  uploadId: string,
  content: Blob,
  start: number,
  ask: Ask,
  note: (offset: number) => Promise<void>,
): Promise<Problem | null> {
  let offset = start
  while (offset < content.size) {
    const body = content.slice(offset, offset + PIECE_BYTES)
    const appended = await ask('appendUpload', { params: { uploadId }, query: { offset }, body })
    if (!appended.ok) return appended.problem.code === 'upload-finished' ? null : appended.problem
    offset = appended.value.offset
    await note(offset)
  }
  return null
}

/** Where it stands is asked again, and it goes on from there. */
function isMendedByBeginning({ code }: Problem): boolean {
  return ['upload-offset-wrong', 'upload-broke-off', 'upload-incomplete', 'upload-unknown'].includes(code)
}

function judge(file: SentFile, held: Answered<'finishUpload'>['file']): Problem | null {
  return held.digest === file.digest && held.bytes === file.bytes ? null : differs(file)
}

/** The server holds something else under the id: never to be taken for the photo. */
function differs({ name }: SentFile): Problem {
  return { type: 'about:blank', title: '', status: 422, detail: '', instance: name, code: 'upload-digest-differs' }
}
