import { plusSeconds } from '../../core/kernel/elapsed.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { AtDesk } from './desk-refusals.ts'
import { filesInUse } from './open-jobs.ts'
import type { RecordsDesk } from './records-desk.ts'

const KEPT_JOB_DAYS = 400
const DAY = 86_400

/**
 * Records as their source wrote them, in uploads and error files, lie here for so many days and no longer. Forgets what was
 * done long ago.
 */
export async function sweepRecords(
  { uploads, records, jobs, line, office }: RecordsDesk,
  tenantId: TenantId,
  keptDays: number,
): Promise<AtDesk<null>> {
  const ago = (days: number) => plusSeconds(office.clock.now(), -days * DAY)
  const inUse = await filesInUse({ jobs, line }, tenantId)
  if (!inUse.ok) return inUse
  const files = await uploads.sweep(tenantId, ago(keptDays), (id) => inUse.value.has(id))
  if (!files.ok) return files
  const errors = await records.sweep(tenantId, ago(keptDays))
  if (!errors.ok) return errors
  const old = await jobs.sweep(tenantId, ago(KEPT_JOB_DAYS))
  return old.ok ? accepted(null) : old
}
