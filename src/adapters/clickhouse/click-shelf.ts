import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { orNull } from '../evidence/durable-files.ts'
import type { CatalogBatches } from '../records/catalog-batches.ts'
import type { MonthShelf } from '../records/month-shelf.ts'
import { INCOMING, type RecordFolders } from '../records/record-files.ts'
import { batchVersions } from './batch-versions.ts'
import { bringBatches } from './bring-batches.ts'
import type { ClickCluster } from './click-cluster.ts'
import { forgetBatches } from './forget-batches.ts'
import { putBatches } from './put-batches.ts'

/** Months as batches of rows on shards. The files of this machine are copies, by which the next import need not fetch them. */
export function clickShelf(cluster: ClickCluster, folders: RecordFolders, batches: CatalogBatches): MonthShelf {
  const room = { cluster, folders, batches }
  return {
    bring: (place, files) => bringBatches(room, place, files),
    put: (place, files, at) => putBatches(room, place, files, at),
    versions: (tenantId, set, files, key) => batchVersions(cluster, tenantId, set, files, key),
    forget: async (tenantId, _gone, before) => {
      await dropCopies(folders, tenantId, before)
      return forgetBatches(cluster, batches, tenantId, before)
    },
  }
}

/** Copies that no import has needed since the time. */
async function dropCopies(folders: RecordFolders, tenantId: TenantId, before: Timestamp): Promise<void> {
  const root = folders.tenant(tenantId)
  const found = (await orNull(readdir(root, { recursive: true, withFileTypes: true }))) ?? []
  for (const entry of found) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || path.startsWith(join(root, INCOMING))) continue
    if (((await orNull(stat(path)))?.mtimeMs ?? 0) < Date.parse(before)) await rm(path, { force: true })
  }
}
