import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { makeFolder, orNull, syncFolder } from './durable-files.ts'

/** Notes who brought the file: an empty file named for both. Noting it again changes nothing. */
export async function noteBringer(folder: string, personId: PersonId, digest: Digest): Promise<void> {
  await makeFolder(folder)
  const mark = await open(markOf(folder, personId, digest), 'a', 0o440)
  try {
    await mark.sync()
  } finally {
    await mark.close()
  }
  await syncFolder(folder)
}

export async function isBringer(folder: string, personId: PersonId, digest: Digest): Promise<boolean> {
  return (await orNull(stat(markOf(folder, personId, digest)))) !== null
}

/** A person's id may hold what no file name may: its digest stands for it. */
function markOf(folder: string, personId: PersonId, digest: Digest): string {
  return join(folder, `${digest}.${createHash('sha256').update(personId).digest('hex')}`)
}
