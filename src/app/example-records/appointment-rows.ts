import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { Moment } from './case-rows.ts'
import type { ExampleRow } from './example-row.ts'
import { someItem } from './item-choice.ts'
import type { Site } from './site.ts'
import { compact, rowOf } from './world.ts'
import { momentOf } from './year-rhythm.ts'

/** A booking as it went: seconds are before or after the beginning of the slot that was agreed. */
export interface AppointmentStory {
  readonly status: 'waiting' | 'confirmed' | 'served' | 'missed' | 'cancelled'
  readonly confirmed: Moment | null
  readonly slot: Moment
  readonly arrivedAfter: number | null
  readonly servedAfter: number | null
}

export function appointmentRow(
  random: Random,
  {
    site,
    day,
    second,
    serial,
  }: { readonly site: Site; readonly day: PlainDate; readonly second: number; readonly serial: number },
  { status, confirmed, slot, arrivedAfter, servedAfter }: AppointmentStory,
): ExampleRow {
  return rowOf('appointments', {
    record_id: `YY${site.code}${compact(day)}${String(serial).padStart(4, '0')}`,
    center_id: site.center.id,
    item_id: someItem(random).id,
    status,
    created_at: momentOf(day, second),
    confirmed_at: confirmed && momentOf(confirmed.day, confirmed.second),
    slot_at: momentOf(slot.day, slot.second),
    arrived_at: arrivedAfter === null ? null : momentOf(slot.day, slot.second + arrivedAfter),
    served_at: servedAfter === null ? null : momentOf(slot.day, slot.second + servedAfter),
  })
}
