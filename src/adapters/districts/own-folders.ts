import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RemovedTenant, TenantStore } from '../../app/ports/tenant-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { EVIDENCE_FOLDER, RECORD_FILES_FOLDER, RECORDS_FOLDER } from '../data/data-layout.ts'
import { withFiles } from '../data/file-refusal.ts'
import { tenantName } from '../files/tenant-name.ts'

/** Those that a data folder has of a district: for good where it keeps them itself, and copies of what lies on servers. */
const OWN_FOLDERS = [EVIDENCE_FOLDER, RECORDS_FOLDER, RECORD_FILES_FOLDER, 'fetched/evidence', 'fetched/records']

/** Answers which there were. */
export async function dropOwnFolders(path: string, tenantId: TenantId): Promise<readonly string[]> {
  const there = OWN_FOLDERS.filter((place) => existsSync(join(path, place, tenantName(tenantId))))
  for (const place of there) await rm(join(path, place, tenantName(tenantId)), { recursive: true, force: true })
  return there
}

/** What the folder of a node still has of districts that were removed from the servers, from whichever machine. */
export function dropRemoved(path: string, { removedTenants }: Pick<TenantStore, 'removedTenants'>) {
  return withFiles(path, async (): Promise<Outcome<readonly RemovedTenant[]>> => {
    const removed = await removedTenants()
    if (!removed.ok) return removed
    const gone = removed.value.filter(({ removedAt }) => removedAt !== null)
    for (const { tenantId } of gone) await dropOwnFolders(path, tenantId)
    return accepted(gone)
  })
}
