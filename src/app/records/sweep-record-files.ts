import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { AtDesk } from './desk-refusals.ts'
import { filesInUse } from './open-jobs.ts'
import type { RecordsDesk } from './records-desk.ts'

/** Records as their source wrote them lie here until the time and no longer, but for what is being imported; how many files went. */
export async function sweepRecordFiles(
  desk: Pick<RecordsDesk, 'uploads' | 'jobs' | 'line'>,
  tenantId: TenantId,
  before: Timestamp,
): Promise<AtDesk<number>> {
  const inUse = await filesInUse(desk, tenantId)
  return inUse.ok ? desk.uploads.sweep(tenantId, before, (id) => inUse.value.has(id)) : inUse
}
