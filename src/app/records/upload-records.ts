import type { Digest } from '../../core/ledger/chain.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedEvidence } from '../ports/evidence-refusals.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import type { RecordUpload, RecordUploadOutcome } from '../ports/record-uploads.ts'
import type { SourceFile } from '../ports/record-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { filesInUse } from './open-jobs.ts'
import type { RecordsDesk } from './records-desk.ts'

/** What the client says of the file that it is going to send. */
export interface RecordsToUpload {
  readonly id: UploadId
  readonly name: string
  readonly bytes: number
  readonly digest: Digest | null
}

type Uploading = Pick<RecordsDesk, 'uploads' | 'office'>

export async function beginRecordFile(
  { uploads, office }: Uploading,
  actor: Actor,
  { id, name, bytes, digest }: RecordsToUpload,
): Promise<RecordUploadOutcome<RecordUpload>> {
  if (!may(actor, 'records.import', null)) return notPermitted()
  const declared = { by: actor.personId, name, bytes, digest, begunAt: office.clock.now() }
  return uploads.begin(actor.tenantId, id, declared)
}

/** What the file holds is personal as its source wrote it: to anyone but the person who brought it, it is unknown. */
export async function recordFile(
  { uploads }: Pick<RecordsDesk, 'uploads'>,
  actor: Actor,
  id: UploadId,
): Promise<RecordUploadOutcome<RecordUpload>> {
  if (!may(actor, 'records.import', null)) return notPermitted()
  const status = await uploads.status(actor.tenantId, id)
  return status.ok && status.value.declared.by !== actor.personId ? refusedEvidence({ code: 'upload-unknown' }) : status
}

export async function appendRecordFile(
  desk: Pick<RecordsDesk, 'uploads'>,
  actor: Actor,
  id: UploadId,
  offset: number,
  content: AsyncIterable<Uint8Array>,
): Promise<RecordUploadOutcome<RecordUpload>> {
  const own = await recordFile(desk, actor, id)
  return own.ok ? desk.uploads.append(actor.tenantId, id, offset, content) : own
}

export async function finishRecordFile(
  desk: Pick<RecordsDesk, 'uploads'>,
  actor: Actor,
  id: UploadId,
): Promise<RecordUploadOutcome<RecordUpload>> {
  const own = await recordFile(desk, actor, id)
  return own.ok ? desk.uploads.finish(actor.tenantId, id) : own
}

/** Refused while an import is about it. */
export async function removeRecordFile(
  desk: Pick<RecordsDesk, 'uploads' | 'jobs' | 'line'>,
  actor: Actor,
  id: UploadId,
): Promise<AtDesk<null>> {
  const own = await recordFile(desk, actor, id)
  if (!own.ok) return own
  const inUse = await filesInUse(desk, actor.tenantId)
  if (!inUse.ok) return inUse
  if (inUse.value.has(id)) return refuseAtDesk('file-in-use')
  return desk.uploads.remove(actor.tenantId, id)
}

/** Where the actor's own finished file lies. */
export async function ownRecordFile(
  desk: Pick<RecordsDesk, 'uploads'>,
  actor: Actor,
  id: UploadId,
): Promise<AtDesk<SourceFile>> {
  const own = await recordFile(desk, actor, id)
  return own.ok ? desk.uploads.locate(actor.tenantId, id) : own
}

function notPermitted(): ReturnType<typeof refusedEvidence> {
  return refusedEvidence({ code: 'not-permitted', action: 'records.import' })
}
