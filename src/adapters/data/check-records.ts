import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordDamage, RecordsCheck } from '../../app/ports/data-house.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { FileFlaw } from '../records/verified-files.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { orNull } from '../evidence/durable-files.ts'
import { RECORDS_FILE } from './data-layout.ts'
import { withFiles } from './file-refusal.ts'
import { listedRecords, type ListedRecords } from './listed-records.ts'

/** Every file of records against its digest. One that an import replaced and a sweep removed meanwhile is no damage. */
export function checkRecords(path: string, tell: (files: number) => void): Promise<Outcome<RecordsCheck | null>> {
  return withFiles(path, async () => {
    const catalog = join(path, RECORDS_FILE)
    if (!existsSync(catalog)) return accepted(null)
    const listed = listedRecords(catalog)
    if (!listed.ok) return listed
    const suspects: RecordDamage[] = []
    let bytes = 0
    let records = 0
    for (const [at, one] of listed.value.entries()) {
      if (at % 20 === 0) tell(at)
      bytes += one.file.bytes
      records += one.file.records
      const kind = await flawOf(path, one)
      const { dataSet, month, records: held } = one.file
      if (kind !== null) suspects.push({ path: one.place, kind, tenantId: one.tenantId, dataSet, month, records: held })
    }
    const now = suspects.length === 0 ? listed : listedRecords(catalog)
    if (!now.ok) return now
    const places = new Set(now.value.map(({ place }) => place))
    const damages = suspects.filter((damage) => places.has(damage.path))
    return accepted({ shards: [], files: listed.value.length, bytes, records, damages })
  })
}

async function flawOf(path: string, { place, file }: ListedRecords): Promise<FileFlaw | null> {
  const found = await orNull(digestFile(join(path, place)))
  if (found === null) return 'missing'
  return found.digest === file.digest ? null : 'differs'
}
