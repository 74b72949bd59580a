import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import { makeFolder, orNull, readWhole, writeWhole } from './durable-files.ts'
import { declarationIn, endIn, type UploadEnd } from './upload-records.ts'

/**
 * One upload is up to three files: what the client declares, the part that has arrived, and how it ended. The end is
 * written before the part is moved or removed, so whoever finishes again after a crash goes on from there.
 */
export function uploadPart(folder: string, id: UploadId): string {
  return join(folder, `${id}.part`)
}

/** The declaration comes last: an upload is known once its part can be written to. */
export async function createUpload(folder: string, id: UploadId, declared: UploadDeclaration): Promise<void> {
  await makeFolder(folder)
  await (await open(uploadPart(folder, id), 'w', 0o640)).close()
  await writeWhole(folder, declarationName(id), JSON.stringify(declared))
}

/** `null` where there is none, and where the disk spoiled it. */
export async function readDeclaration(folder: string, id: UploadId): Promise<UploadDeclaration | null> {
  return declarationIn(await readWhole(join(folder, declarationName(id))))
}

export async function readEnd(folder: string, id: UploadId): Promise<UploadEnd | null> {
  return endIn(await readWhole(join(folder, endName(id))))
}

export async function writeEnd(folder: string, id: UploadId, end: UploadEnd): Promise<void> {
  await writeWhole(folder, endName(id), JSON.stringify(end))
}

/** How many bytes have arrived; `null` where the part was moved or removed. */
export async function partBytes(folder: string, id: UploadId): Promise<number | null> {
  const facts = await orNull(stat(uploadPart(folder, id)))
  return facts === null ? null : facts.size
}

/** Ids of everything that has left a trace, with or without a declaration; and the ids whose end is written. */
export async function uploadIds(folder: string): Promise<{ all: Set<UploadId>; ended: Set<UploadId> }> {
  const names = (await orNull(readdir(folder))) ?? []
  const idOf = (name: string) => name.slice(0, name.indexOf('.')) as UploadId
  const uploads = names.filter((name) => /^[0-9a-z_-]+\.(?:declared\.json|end\.json|part)(?:\.tmp)?$/.test(name))
  return {
    all: new Set(uploads.map(idOf)),
    ended: new Set(uploads.filter((name) => name.endsWith('.end.json')).map(idOf)),
  }
}

/** The declaration goes last, so that an interrupted removal is found again. */
export async function removeUpload(folder: string, id: UploadId): Promise<void> {
  const names = [`${endName(id)}.tmp`, `${declarationName(id)}.tmp`, `${id}.part`, endName(id), declarationName(id)]
  for (const name of names) await rm(join(folder, name), { force: true })
}

function declarationName(id: UploadId): string {
  return `${id}.declared.json`
}

function endName(id: UploadId): string {
  return `${id}.end.json`
}
