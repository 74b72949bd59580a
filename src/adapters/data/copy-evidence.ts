import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import { orNull } from '../evidence/durable-files.ts'
import { EVIDENCE_FOLDER } from './data-layout.ts'
import { keepFile } from './keep-file.ts'

/** What a backup holds of the files that never change, and how many of them it had to copy. */
export interface SharedFiles {
  readonly files: readonly BackedUpFile[]
  readonly copied: number
}

export async function copyEvidence(path: string, target: string): Promise<SharedFiles> {
  const files: BackedUpFile[] = []
  let copied = 0
  for (const place of await sealedFiles(join(path, EVIDENCE_FOLDER))) {
    const own = `${EVIDENCE_FOLDER}/${place.path}`
    const kept = await keepFile(join(path, own), join(target, own), place.digest)
    if (kept?.isNew === true) copied += 1
    files.push({ path: own, bytes: kept?.bytes ?? 0, digest: place.digest })
  }
  return { files, copied }
}

/** `TENANT/blobs/ab/abcdef….jpg`, in order. */
async function sealedFiles(root: string): Promise<Pick<BackedUpFile, 'path' | 'digest'>[]> {
  const found: Pick<BackedUpFile, 'path' | 'digest'>[] = []
  for (const tenant of await namesIn(root))
    for (const folder of await namesIn(join(root, tenant, 'blobs')))
      for (const name of await namesIn(join(root, tenant, 'blobs', folder))) {
        const digest = parseDigest(name.replace(/\.[0-9a-z]+$/u, ''))
        if (digest !== null) found.push({ path: `${tenant}/blobs/${folder}/${name}`, digest })
      }
  return found
}

async function namesIn(path: string): Promise<string[]> {
  return ((await orNull(readdir(path))) ?? []).toSorted()
}
