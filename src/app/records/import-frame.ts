import type { CenterId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { RecordStore } from '../ports/record-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'
import { workdaysOf } from './workdays-of.ts'

/** What records are checked against, whatever file they come from. */
export interface ImportFrame {
  readonly centers: readonly CenterId[]
  readonly line: WorkdayLine
}

export async function importFrame(
  desk: Pick<RecordsDesk, 'office' | 'records'>,
  tenantId: TenantId,
): Promise<AtDesk<ImportFrame>> {
  const centers = await centersOf(desk, tenantId)
  if (!centers.ok) return centers
  if (centers.value.size === 0) return refuseAtDesk('centers-none-enrolled')
  const line = await districtLine(desk, tenantId)
  return line.ok ? accepted({ centers: [...centers.value.keys()], line: line.value }) : line
}

/** The working days that the district's records are counted by. */
export async function districtLine(
  { office, records }: Pick<RecordsDesk, 'office'> & { readonly records: Pick<RecordStore, 'holdings'> },
  tenantId: TenantId,
): Promise<AtDesk<WorkdayLine>> {
  const calendars = await office.people.calendars(tenantId)
  if (!calendars.ok) return calendars
  const held = await records.holdings(tenantId)
  return held.ok ? workdaysOf(calendars.value, held.value.anchor) : held
}

/** Every center that is or was assessed, by its id, with the name that it was last enrolled by. */
export async function centersOf(
  { office }: Pick<RecordsDesk, 'office'>,
  tenantId: TenantId,
): Promise<AtDesk<ReadonlyMap<CenterId, string>>> {
  const headers = await office.ledgers.headers(tenantId)
  if (!headers.ok) return headers
  const centers = new Map<CenterId, string>()
  for (const { assessmentId } of headers.value) {
    const looked = await office.live.look(tenantId, assessmentId)
    if (!looked.ok) return looked
    for (const [centerId, name] of looked.value.state.centers) centers.set(centerId, name)
  }
  return accepted(centers)
}
