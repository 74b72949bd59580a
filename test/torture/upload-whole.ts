import type { PatientClient } from './patient-client.ts'

/** A file that was acknowledged as sealed. */
export interface Uploaded {
  readonly digest: string
  readonly bytes: number
}

const PIECE = 48_000

/** Brings a file in pieces and goes on where the server says it stands, which is never before what it acknowledged. */
export async function uploadWhole(
  ask: PatientClient,
  token: string,
  uploadId: string,
  content: Uint8Array,
): Promise<Uploaded> {
  const path = `/api/v1/uploads/${uploadId}`
  const declared = { uploadId, name: `${uploadId}.pdf`, bytes: content.length, digest: null }
  const begun = await ask({ method: 'POST', path: '/api/v1/uploads', token, body: declared })
  if (begun.status !== 201) throw new Error(`${uploadId}: ${begun.status} ${begun.body.toString()}`)
  let { offset } = begun.json<{ offset: number }>()
  let acknowledged = 0
  while (offset < content.length) {
    const body = content.subarray(offset, offset + PIECE)
    const appended = await ask({ method: 'PATCH', path: `${path}?offset=${offset}`, token, body })
    if (appended.status === 200) acknowledged = appended.json<{ offset: number }>().offset
    else if (appended.times === 1) throw new Error(`${uploadId} at ${offset}: ${appended.body.toString()}`)
    const status = await ask({ method: 'GET', path, token })
    offset = status.json<{ offset: number }>().offset
    if (offset < acknowledged) throw new Error(`${uploadId} lost bytes: ${acknowledged} acknowledged, ${offset} held`)
  }
  const finished = await ask({ method: 'POST', path: `${path}/finish`, token })
  if (finished.status !== 200) throw new Error(`${uploadId}: ${finished.status} ${finished.body.toString()}`)
  return finished.json<{ file: Uploaded }>().file
}
