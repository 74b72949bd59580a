import { rm } from 'node:fs/promises'
import type { TenantId } from '../../../core/kernel/identifiers.ts'
import type { RecordRoom } from '../record-room.ts'

/** Removes what an import put among the records and did not list: it failed, or wrote anew what it had just written. */
export async function removeUnlisted(
  { catalog, folders }: RecordRoom,
  tenantId: TenantId,
  made: ReadonlySet<string>,
): Promise<void> {
  if (made.size === 0) return
  const files = await catalog.files(tenantId)
  // Where that cannot be known, what was made may be what holds: whoever opens the store next removes the rest.
  if (!files.ok) return
  const listed = new Set(files.value.map((file) => folders.file(tenantId, file)))
  for (const path of made) if (!listed.has(path)) await rm(path, { force: true })
}
