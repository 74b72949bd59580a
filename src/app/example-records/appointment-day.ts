import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import { appointmentRow, type AppointmentStory } from './appointment-rows.ts'
import { answerAfter, type Moment } from './case-rows.ts'
import type { ExampleRow } from './example-row.ts'
import type { Site } from './site.ts'
import { workingDaysOn, type World } from './world.ts'
import { onlineSecond } from './year-rhythm.ts'

const LATE = 'appointment-late'

/** What confirming and waiting may take; where nobody looks for it, a day and half an hour. */
export function appointmentLimits({ limits }: World): { readonly confirmDays: number; readonly waitSeconds: number } {
  if (!limits.has(LATE)) return { confirmDays: 1, waitSeconds: 1800 }
  return {
    confirmDays: limits.parameter(LATE, 'confirm_working_days'),
    waitSeconds: 60 * limits.parameter(LATE, 'wait_minutes'),
  }
}

/** The bookings that are made on one day, all confirmed and served in time. */
export function appointmentDay(
  world: World,
  random: Random,
  { site, day }: { readonly site: Site; readonly day: PlainDate },
  count: number,
): ExampleRow[] {
  return Array.from({ length: count }).flatMap((_, at) => {
    const second = onlineSecond(random)
    const story = ordinaryBooking(world, random, { day, second })
    return story ? [appointmentRow(random, { site, day, second, serial: 3 * (at + 1) }, story)] : []
  })
}

/** Null where the calendar does not reach the slot. */
export function ordinaryBooking(world: World, random: Random, made: Moment): AppointmentStory | null {
  const { confirmDays, waitSeconds } = appointmentLimits(world)
  const confirmed = answerAfter(world, random, made, random.below(confirmDays + 1))
  const slotDay = workingDaysOn(world, made.day, confirmDays + 1 + random.below(5))
  if (slotDay === null) return null
  const slot = { day: slotDay, second: 9 * 3600 + 1800 * random.pick([0, 1, 2, 3, 9, 10, 11, 12, 13]) }
  const open = { confirmed, slot, arrivedAfter: null, servedAfter: null }
  if (confirmed === null) return { ...open, status: 'waiting' }
  if (slotDay > world.asOf) return { ...open, status: 'confirmed' }
  if (random.chance(18)) return { ...open, status: random.pick(['missed', 'cancelled']) }
  const arrivedAfter = random.below(1200) - 900
  return {
    ...open,
    status: 'served',
    arrivedAfter,
    servedAfter: Math.max(0, arrivedAfter) + random.below(Math.floor(waitSeconds * 0.8)),
  }
}
