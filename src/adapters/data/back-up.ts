import { DatabaseSync } from '@photostructure/sqlite'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackedUpFile, Backup } from '../../app/ports/data-house.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { makeFolder, orNull, syncFolder, writeWhole } from '../evidence/durable-files.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { manifestText, MANIFEST_FILE } from './backup-manifest.ts'
import { copyEvidence } from './copy-evidence.ts'
import { copyOfficeTemplates } from './copy-office-templates.ts'
import { copyRecords } from './copy-records.ts'
import { databasesIn, LEDGER_FILE, RECORDS_FILE } from './data-layout.ts'
import { withFiles } from './file-refusal.ts'
import { syncFile } from './keep-file.ts'

/**
 * Beside a running server: each database as of one moment, the ledger first, then the sealed files. A file is sealed
 * before an event or a catalog names it, so every file that the copies name is there by then. The office's templates are copied as they are. Files that an earlier backup
 * in `target` has copied are not copied again. Uploads that are not finished, and originals of imports that wait to be
 * corrected, are left out.
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
    const copy = async (name: string) => copyDatabase(join(path, name), join(draft, name))
    for (const name of names) {
      const copied = await copy(name)
      if (!copied.ok) return copied
    }
    const evidence = await copyEvidence(path, target)
    const records = await copyRecords(path, target, draft, async () => copy(RECORDS_FILE))
    if (!records.ok) return records
    const databases: BackedUpFile[] = []
    for (const name of names) databases.push({ path: name, ...(await digestFile(join(draft, name))) })
    const templates = await copyOfficeTemplates(path, draft)
    const files = [...databases, ...templates, ...evidence.files, ...records.value.files]
    await writeWhole(draft, MANIFEST_FILE, manifestText({ madeAt, program, files }))
    await rename(draft, place)
    await syncFolder(target)
    const copied = { evidence: evidence.copied, records: records.value.copied }
    return accepted({
      path: place,
      madeAt,
      databases,
      templates,
      evidence: evidence.files,
      records: records.value.files,
      copied,
    })
  })
}

/** A read transaction on a connection that cannot write: writers go on, and no migration is made on the way. */
async function copyDatabase(from: string, to: string): Promise<Outcome<null>> {
  await rm(to, { force: true })
  const copied = guarded(from, () => {
    const connection = new DatabaseSync(from, { readOnly: true, timeout: 30_000 })
    try {
      connection.prepare('VACUUM INTO ?').run(to)
      return null
    } finally {
      connection.close()
    }
  })
  if (copied.ok) await syncFile(to)
  return copied
}

/** One that does not hold is kept, as it may be the best there is, but is no longer taken for the last good one. */
export async function setBackupAside(backup: string): Promise<string> {
  const aside = `${backup}.failed`
  await rename(backup, aside)
  await syncFolder(dirname(aside))
  return aside
}
