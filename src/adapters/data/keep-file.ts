import { copyFile, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { digestFile } from '../evidence/blob-files.ts'
import { makeFolder, orNull, syncFolder } from '../evidence/durable-files.ts'

export interface KeptFile {
  readonly bytes: number
  readonly isNew: boolean
}

/**
 * Copies a file that never changes into a backup, where no earlier backup did. One that is spoiled in the data folder must
 * not take the place of a good copy, nor be taken for one: what does not have its digest is not laid down, and is then
 * missing from the backup, which says so. Null where there is no such file.
 */
export async function keepFile(from: string, to: string, digest: string): Promise<KeptFile | null> {
  const found = await orNull(stat(from))
  if (found === null) return null
  const { size } = found
  const kept = await orNull(stat(to))
  if (kept?.size === size) return { bytes: size, isNew: false }
  const draft = await orNull(draftOf(from, to))
  if (draft === null) return null
  if ((await digestFile(draft)).digest === digest) {
    await layDown(draft, to)
    return { bytes: size, isNew: true }
  }
  await rm(draft)
  return { bytes: kept?.size ?? size, isNew: false }
}

/** Under its name only when it is whole. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await layDown(await draftOf(from, to), to)
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function draftOf(from: string, to: string): Promise<string> {
  await makeFolder(dirname(to))
  const draft = `${to}.partial`
  await rm(draft, { force: true })
  await copyFile(from, draft)
  await syncFile(draft)
  return draft
}

async function layDown(draft: string, to: string): Promise<void> {
  await rename(draft, to)
  await syncFolder(dirname(to))
}
