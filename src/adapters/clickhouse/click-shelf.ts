import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { dueInFolders } from '../evidence/due-in-folders.ts'
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
    dueTenants: async (tenants, before) => {
      const left = await batches.leftTenants(before, cluster.shards.length)
      if (!left.ok) return left
      const copied = await dueInFolders(tenants, (tenantId) => oldCopies(folders, tenantId, before))
      return accepted([...left.value, ...copied])
    },
    forget: async (tenantId, _gone, before) => {
      for (const path of await oldCopies(folders, tenantId, before)) await rm(path, { force: true })
      return forgetBatches(cluster, batches, tenantId, before)
    },
  }
}

/** Copies that no import has needed since the time. */
async function oldCopies(folders: RecordFolders, tenantId: TenantId, before: Timestamp): Promise<readonly string[]> {
  const root = folders.tenant(tenantId)
  const old: string[] = []
  const found = (await orNull(readdir(root, { recursive: true, withFileTypes: true }))) ?? []
  for (const entry of found) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || path.startsWith(join(root, INCOMING))) continue
    if (((await orNull(stat(path)))?.mtimeMs ?? 0) < Date.parse(before)) old.push(path)
  }
  return old
}
