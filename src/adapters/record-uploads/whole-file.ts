import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { orNull, syncFolder } from '../evidence/durable-files.ts'
import { removeUpload, uploadPart } from '../evidence/upload-files.ts'

/** A file that has arrived whole, `ID.DIGEST.whole`: the digest is in the one name that a rename gives. */
export interface WholeFile {
  readonly path: string
  readonly digest: Digest
}

/** `null` where it has not arrived whole. */
export async function findWhole(folder: string, id: UploadId): Promise<WholeFile | null> {
  for (const name of (await orNull(readdir(folder))) ?? []) {
    const digest = name.startsWith(`${id}.`) && name.endsWith('.whole') ? parseDigest(name.split('.')[1] ?? '') : null
    if (digest !== null) return { path: join(folder, name), digest }
  }
  return null
}

/** Takes the part that arrived for the whole file. */
export async function keepWhole(folder: string, id: UploadId, digest: Digest): Promise<void> {
  await rename(uploadPart(folder, id), join(folder, `${id}.${digest}.whole`))
  await syncFolder(folder)
}

/** The content goes first: an interrupted removal leaves a declaration, by which it is found again. */
export async function removeWhole(folder: string, id: UploadId): Promise<void> {
  const whole = await findWhole(folder, id)
  if (whole !== null) await rm(whole.path, { force: true })
  await removeUpload(folder, id)
}
