import { rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Removal, RemovedRows } from '../../app/ports/district-house.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { takeDataFolder } from '../files/data-folder.ts'
import { tenantName } from '../files/tenant-name.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { databasesIn, EVIDENCE_FOLDER, PEOPLE_FILE, RECORD_FILES_FOLDER, RECORDS_FOLDER } from './data-layout.ts'
import { withFiles } from './file-refusal.ts'
import { removeTenantRows } from './tenant-rows.ts'

/**
 * First it is written down that the district goes, then its files, then its rows, and last its people with the district itself:
 * wherever it breaks off, the district is still there to be removed again, and whatever is gone was meant to go.
 */
export function removeDistrict(path: string, removal: Removal): Promise<Outcome<RemovedRows>> {
  return withFiles(path, async () => {
    const folder = takeDataFolder(path)
    if (!folder.ok) return folder
    try {
      return await removed(path, removal)
    } finally {
      folder.value.release()
    }
  })
}

async function removed(path: string, removal: Removal): Promise<Outcome<RemovedRows>> {
  const { tenantId, at } = removal
  const begun = begin(join(path, PEOPLE_FILE), removal)
  if (!begun.ok) return begun
  const counts: Record<string, number> = {}
  for (const place of [EVIDENCE_FOLDER, RECORDS_FOLDER, RECORD_FILES_FOLDER]) {
    const own = join(path, place, tenantName(tenantId))
    if (existsSync(own)) counts[place] = 1
    await rm(own, { recursive: true, force: true })
  }
  const names = await databasesIn(path)
  for (const name of [...names.filter((one) => one !== PEOPLE_FILE), PEOPLE_FILE]) {
    const store = name.replace(/\.sqlite$/, '')
    const gone = removeTenantRows(join(path, name), tenantId, (connection, rows) => {
      for (const [table, count] of Object.entries(rows)) counts[`${store}/${table}`] = count
      if (name === PEOPLE_FILE)
        connection
          .prepare('UPDATE removed_tenant SET removed_at = ?, counts = ? WHERE removed_tenant_id = ?')
          .run(at, JSON.stringify(counts), tenantId)
    })
    if (!gone.ok) return gone
  }
  return accepted(counts)
}

function begin(path: string, { tenantId, name, by, at, exportDigest }: Removal): Stored<null> {
  return guarded(path, () => {
    const connection = new DatabaseSync(path, { timeout: 30_000 })
    try {
      connection.exec('PRAGMA synchronous = FULL')
      connection
        .prepare(
          `INSERT INTO removed_tenant (removed_tenant_id, name, removed_by, export_digest, begun_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (removed_tenant_id) DO UPDATE SET removed_by = excluded.removed_by,
             export_digest = excluded.export_digest, begun_at = excluded.begun_at`,
        )
        .run(tenantId, name, by, exportDigest, at)
      return null
    } finally {
      connection.close()
    }
  })
}
