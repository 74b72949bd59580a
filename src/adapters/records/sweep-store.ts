import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { orNull } from '../evidence/durable-files.ts'
import type { Catalog } from './catalog.ts'
import type { RecordRoom } from './record-room.ts'
import { INCOMING, type RecordFolders } from './record-files.ts'

/**
 * Removes what no catalog lists: what a killed import left behind, and what imports replaced. Only while nobody else has the
 * store open: a query of theirs may be reading what was replaced.
 */
export async function sweepStore(catalog: Catalog, folders: RecordFolders): Promise<Stored<null>> {
  const files = await catalog.allFiles()
  if (!files.ok) return files
  const refusedImports = await catalog.allRefused()
  if (!refusedImports.ok) return refusedImports
  const listed = new Set(files.value.map(({ tenantId, file }) => folders.file(tenantId, file)))
  const refused = new Set(refusedImports.value.map(({ tenantId, importId }) => folders.refused(tenantId, importId)))
  await rm(folders.work, { recursive: true, force: true })
  for (const tenant of await foldersIn(folders.root))
    for (const set of await foldersIn(tenant)) {
      const isIncoming = set === join(tenant, INCOMING)
      for (const folder of await foldersIn(set))
        if (isIncoming) await removeUnless(refused, folder)
        else for (const name of await readdir(folder)) await removeUnless(listed, join(folder, name))
    }
  return catalog.forgetAllGone()
}

/** In which of these `sweepTenant` would find something. */
export async function dueTenants(
  { catalog, shelf }: Pick<RecordRoom, 'catalog' | 'shelf'>,
  tenants: readonly TenantId[],
  before: Timestamp,
): Promise<Stored<readonly TenantId[]>> {
  const inCatalog = await catalog.dueTenants(before)
  if (!inCatalog.ok) return inCatalog
  const onShelf = await shelf.dueTenants(tenants, before)
  if (!onShelf.ok) return onShelf
  const due = new Set([...inCatalog.value, ...onShelf.value])
  return accepted(tenants.filter((tenantId) => due.has(tenantId)))
}

/** Removes refused imports, and files that imports replaced, from before the time. How many imports. */
export async function sweepTenant(
  { catalog, refused: place, shelf }: Pick<RecordRoom, 'catalog' | 'refused' | 'shelf'>,
  tenantId: TenantId,
  before: Timestamp,
): Promise<Stored<number>> {
  const refused = await catalog.refused(tenantId)
  if (!refused.ok) return refused
  const old = refused.value.filter(({ refusedAt }) => refusedAt < before)
  for (const { importId } of old) {
    const removed = await place.remove(tenantId, importId)
    if (!removed.ok) return removed
    const forgotten = await catalog.forgetRefused(tenantId, importId)
    if (!forgotten.ok) return forgotten
  }
  const known = refused.value.filter((one) => !old.includes(one)).map(({ importId }) => importId)
  const tidied = await place.tidy(tenantId, known, before)
  if (!tidied.ok) return tidied
  const gone = await catalog.goneFiles(tenantId, before)
  if (!gone.ok) return gone
  const removed = await shelf.forget(tenantId, gone.value, before)
  if (!removed.ok) return removed
  for (const place of gone.value) {
    const forgotten = await catalog.forgetGone(tenantId, place)
    if (!forgotten.ok) return forgotten
  }
  return accepted(old.length)
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = (await orNull(readdir(path, { withFileTypes: true }))) ?? []
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name))
}

async function removeUnless(listed: ReadonlySet<string>, path: string): Promise<void> {
  if (!listed.has(path)) await rm(path, { recursive: true })
}
