import { cp } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordFilesCopy } from '../../app/ports/office-copy.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { RECORDS_FILE, RECORDS_FOLDER } from '../data/data-layout.ts'
import { withFiles } from '../data/file-refusal.ts'
import { keepFile } from '../data/keep-file.ts'
import { listedRecords, type ListedRecords } from '../data/listed-records.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { orNull } from '../evidence/durable-files.ts'
import { INCOMING, recordFolders } from '../records/record-files.ts'

/** Every file that the catalog of `from` lists, under its name in `to`; and what was refused there, to be corrected yet. */
export function copyRecordFiles(
  from: string,
  to: string,
  tell: (files: number) => void,
): Promise<Outcome<RecordFilesCopy>> {
  return withFiles(to, async () => {
    const listed = listedRecords(join(from, RECORDS_FILE))
    if (!listed.ok) return listed
    for (const [at, { place, file }] of listed.value.entries()) {
      if (at % 20 === 0) tell(at)
      if (!(await isWhole(to, place, file.digest))) await keepFile(join(from, place), join(to, place), file.digest)
    }
    for (const tenantId of new Set(listed.value.map((one) => one.tenantId))) {
      const incoming = (root: string) => join(recordFolders(join(root, RECORDS_FOLDER)).tenant(tenantId), INCOMING)
      if (existsSync(incoming(from))) await cp(incoming(from), incoming(to), { recursive: true })
    }
    return accepted(await wholeIn(to, listed.value, () => undefined))
  })
}

/** What a folder's own catalog lists, against what lies there. */
export function checkRecordFiles(folder: string, tell: (files: number) => void): Promise<Outcome<RecordFilesCopy>> {
  return withFiles(folder, async () => {
    const listed = listedRecords(join(folder, RECORDS_FILE))
    return listed.ok ? accepted(await wholeIn(folder, listed.value, tell)) : listed
  })
}

async function wholeIn(
  folder: string,
  listed: readonly ListedRecords[],
  tell: (files: number) => void,
): Promise<RecordFilesCopy> {
  const damaged: string[] = []
  let records = 0
  for (const [at, { place, file }] of listed.entries()) {
    if (at % 20 === 0) tell(at)
    records += file.records
    if (!(await isWhole(folder, place, file.digest))) damaged.push(place)
  }
  return { files: listed.length, records, damaged }
}

async function isWhole(folder: string, place: string, digest: string): Promise<boolean> {
  return (await orNull(digestFile(join(folder, place))))?.digest === digest
}
