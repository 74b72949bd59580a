import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { orNull } from '../evidence/durable-files.ts'
import type { Catalog } from './catalog.ts'
import { INCOMING, type RecordFolders } from './record-files.ts'

/**
 * Removes what no catalog lists: what a killed import left behind, and what imports replaced. Only while nobody else has the
 * store open: a query of theirs may be reading what was replaced.
 */
export async function sweepStore(catalog: Catalog, folders: RecordFolders): Promise<void> {
  const listed = new Set(catalog.allFiles().map(({ tenantId, file }) => folders.file(tenantId, file)))
  const refused = new Set(catalog.allRefused().map(({ tenantId, importId }) => folders.refused(tenantId, importId)))
  await rm(folders.work, { recursive: true, force: true })
  for (const tenant of await foldersIn(folders.root))
    for (const set of await foldersIn(tenant)) {
      const isIncoming = set === join(tenant, INCOMING)
      for (const folder of await foldersIn(set))
        if (isIncoming) await removeUnless(refused, folder)
        else for (const name of await readdir(folder)) await removeUnless(listed, join(folder, name))
    }
  catalog.forgetAllGone()
}

/** Removes refused imports, and files that imports replaced, from before the time. How many imports. */
export async function sweepTenant(
  catalog: Catalog,
  folders: RecordFolders,
  tenantId: TenantId,
  before: Timestamp,
): Promise<number> {
  const old = catalog.refused(tenantId).filter(({ refusedAt }) => refusedAt < before)
  for (const { importId } of old) {
    await rm(folders.refused(tenantId, importId), { recursive: true, force: true })
    catalog.forgetRefused(tenantId, importId)
  }
  for (const place of catalog.goneFiles(tenantId, before)) {
    await rm(folders.file(tenantId, place), { force: true })
    catalog.forgetGone(tenantId, place)
  }
  return old.length
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = (await orNull(readdir(path, { withFileTypes: true }))) ?? []
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name))
}

async function removeUnless(listed: ReadonlySet<string>, path: string): Promise<void> {
  if (!listed.has(path)) await rm(path, { recursive: true })
}
