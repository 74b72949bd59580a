import type { ErrorFile } from '../../app/ports/record-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { RecordRoom } from './record-room.ts'

/** The error file of a refused import; null where there is none, or no longer. */
export async function refusedErrors(
  { catalog, refused: place }: RecordRoom,
  tenantId: TenantId,
  importId: string,
): Promise<Stored<ErrorFile | null>> {
  const refused = await catalog.refused(tenantId)
  if (!refused.ok) return refused
  return refused.value.some((one) => one.importId === importId) ? place.errors(tenantId, importId) : accepted(null)
}
