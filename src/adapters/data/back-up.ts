import { DatabaseSync } from '@photostructure/sqlite'
import { copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackedUpFile, Backup } from '../../app/ports/data-house.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { makeFolder, orNull, syncFolder, writeWhole } from '../evidence/durable-files.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { manifestText, MANIFEST_FILE } from './backup-manifest.ts'
import { databasesIn, EVIDENCE_FOLDER, LEDGER_FILE } from './data-layout.ts'
import { withFiles } from './file-refusal.ts'

/**
 * Beside a running server: each database as of one moment, the ledger first, then the sealed files. A file is sealed
 * before an event names it, so every file that the copied ledger names is there by then. Files that an earlier backup in
 * `target` has copied are not copied again. Uploads that are not finished are left out.
 */
export function backUp(path: string, target: string, madeAt: Timestamp, program: string): Promise<Outcome<Backup>> {
  return withFiles(path, async () => {
    const names = await databasesIn(path)
    if (!names.includes(LEDGER_FILE))
      return refused('data-missing', `“${path}”不是明衡的数据文件夹：没有 ${LEDGER_FILE}；请用 --data 指明`)
    const place = join(target, madeAt.slice(0, 19).replaceAll(':', '-'))
    if ((await orNull(stat(place))) !== null)
      return refused('file-exists', `“${place}”已经在那里，没有覆盖；请稍候再备份`)
    const draft = `${place}.partial`
    await rm(draft, { recursive: true, force: true })
    await makeFolder(draft)
    const databases: BackedUpFile[] = []
    for (const name of names) {
      const copied = copyDatabase(join(path, name), join(draft, name))
      if (!copied.ok) return copied
      await sync(join(draft, name))
      databases.push({ path: name, ...(await digestFile(join(draft, name))) })
    }
    const { files, copied } = await copyEvidence(path, target)
    await writeWhole(draft, MANIFEST_FILE, manifestText({ madeAt, program, files: [...databases, ...files] }))
    await rename(draft, place)
    await syncFolder(target)
    return accepted({ path: place, madeAt, databases, evidence: files, copied })
  })
}

/** A read transaction on a connection that cannot write: writers go on, and no migration is made on the way. */
function copyDatabase(from: string, to: string): Outcome<null> {
  return guarded(from, () => {
    const connection = new DatabaseSync(from, { readOnly: true, timeout: 30_000 })
    try {
      connection.prepare('VACUUM INTO ?').run(to)
      return null
    } finally {
      connection.close()
    }
  })
}

async function copyEvidence(path: string, target: string): Promise<{ files: BackedUpFile[]; copied: number }> {
  const files: BackedUpFile[] = []
  let copied = 0
  for (const place of await sealedFiles(join(path, EVIDENCE_FOLDER))) {
    const own = `${EVIDENCE_FOLDER}/${place.path}`
    const from = join(path, own)
    const to = join(target, own)
    const kept = await keepFile(from, to, place.digest)
    if (kept.isNew) copied += 1
    files.push({ path: own, bytes: kept.bytes, digest: place.digest })
  }
  return { files, copied }
}

/**
 * A file that is spoiled in the data folder must not take the place of a good copy from an earlier backup, nor be taken for
 * one: what does not have its digest is not laid down, and is then missing from the backup, which says so.
 */
async function keepFile(from: string, to: string, digest: string): Promise<{ bytes: number; isNew: boolean }> {
  const { size } = await stat(from)
  const kept = await orNull(stat(to))
  if (kept?.size === size) return { bytes: size, isNew: false }
  const draft = await draftOf(from, to)
  if ((await digestFile(draft)).digest === digest) {
    await layDown(draft, to)
    return { bytes: size, isNew: true }
  }
  await rm(draft)
  return { bytes: kept?.size ?? size, isNew: false }
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

/** Under its name only when it is whole. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await layDown(await draftOf(from, to), to)
}

async function draftOf(from: string, to: string): Promise<string> {
  await makeFolder(dirname(to))
  const draft = `${to}.partial`
  await rm(draft, { force: true })
  await copyFile(from, draft)
  await sync(draft)
  return draft
}

async function layDown(draft: string, to: string): Promise<void> {
  await rename(draft, to)
  await syncFolder(dirname(to))
}

/** One that does not hold is kept, as it may be the best there is, but is no longer taken for the last good one. */
export async function setBackupAside(backup: string): Promise<string> {
  const aside = `${backup}.failed`
  await rename(backup, aside)
  await syncFolder(dirname(aside))
  return aside
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
