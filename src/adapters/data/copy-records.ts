import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { SharedFiles } from './copy-evidence.ts'
import { RECORDS_FILE } from './data-layout.ts'
import { keepFile } from './keep-file.ts'
import { listedRecords } from './listed-records.ts'

/**
 * Every file that the copied catalog (in `draft`) lists. An import replaces files and a sweep removes them later; where one
 * went in between, `copyCatalog` copies the catalog anew. One that is not there all the same stays in the list: the check
 * of the backup then tells of it.
 */
export async function copyRecords(
  path: string,
  target: string,
  draft: string,
  copyCatalog: () => Promise<Outcome<unknown>>,
): Promise<Outcome<SharedFiles>> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const listed = existsSync(join(draft, RECORDS_FILE)) ? listedRecords(join(draft, RECORDS_FILE)) : accepted([])
    if (!listed.ok) return listed
    const files: BackedUpFile[] = []
    let copied = 0
    let missing = 0
    for (const { place, file } of listed.value) {
      const kept = await keepFile(join(path, place), join(target, place), file.digest)
      if (kept === null) missing += 1
      if (kept?.isNew === true) copied += 1
      files.push({ path: place, bytes: kept?.bytes ?? file.bytes, digest: file.digest })
    }
    if (missing === 0 || left === 1) return accepted({ files, copied })
    const again = await copyCatalog()
    if (!again.ok) return again
  }
}

const ATTEMPTS = 3
