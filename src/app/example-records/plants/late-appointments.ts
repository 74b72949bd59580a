import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { appointmentLimits, ordinaryBooking } from '../appointment-day.ts'
import { appointmentRow, type AppointmentStory } from '../appointment-rows.ts'
import { answerAfter, type Moment } from '../case-rows.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { isPast } from '../world.ts'
import { onlineSecond } from '../year-rhythm.ts'
import { anyDayIn, pickFrom, plantedArrival } from './planted-case.ts'
import { trickyDays } from './tricky-days.ts'

const DETECTION = 'appointment-late'

/** Bookings confirmed too late or kept waiting too long, and those that are just in time. */
export function plantLateAppointments(draft: PlanDraft): void {
  const { world } = draft
  if (!world.limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  const { confirmDays, waitSeconds } = appointmentLimits(world)
  const tricky = trickyDays(world, confirmDays)
  const plant = planter(draft, random)
  for (const site of world.sites) {
    const day = () => anyDayIn(draft, random)
    if (site.place % 2 === 0) plant(site, day(), { confirmedAfter: confirmDays + 1, wait: null })
    if (site.place % 3 === 1)
      plant(site, day(), { confirmedAfter: 0, wait: { arrived: -300, served: waitSeconds + 1 } })
    if (site.place % 3 === 2)
      plant(site, day(), { confirmedAfter: 0, wait: { arrived: 600, served: 600 + waitSeconds + 60 } })
    // Late in both ways is one booking.
    if (site.place % 4 === 0)
      plant(site, day(), { confirmedAfter: confirmDays + 2, wait: { arrived: -60, served: waitSeconds + 900 } })
    if (site.place % 4 === 3) plant(site, day(), { confirmedAfter: 'never', wait: null })
    // Served at the last second; there long before the slot, and served in time of it; there late, and served in time of that.
    plant(site, day(), { confirmedAfter: confirmDays, wait: { arrived: 0, served: waitSeconds } })
    plant(site, day(), { confirmedAfter: 0, wait: { arrived: -Math.min(2 * waitSeconds, 7200), served: 300 } })
    plant(site, day(), { confirmedAfter: 0, wait: { arrived: 1500, served: 1500 + waitSeconds } })
    plant(site, pickFrom(random, tricky.endsOnExchanged), { confirmedAfter: confirmDays, wait: null })
    plant(site, pickFrom(random, tricky.longest), { confirmedAfter: confirmDays, wait: null })
    // Taken back before anybody confirmed it.
    plant(site, day(), { confirmedAfter: 'cancelled', wait: null })
  }
}

interface Course {
  readonly confirmedAfter: number | 'never' | 'cancelled'
  /** Seconds from the beginning of the slot. */
  readonly wait: { readonly arrived: number; readonly served: number } | null
}

function planter(draft: PlanDraft, random: Random) {
  const { world } = draft
  const { confirmDays, waitSeconds } = appointmentLimits(world)
  return (site: Site, day: PlainDate | null, course: Course): void => {
    if (day === null) return
    const { second, serial } = plantedArrival(draft, random, site, day, { second: onlineSecond(random) })
    const { confirmedAfter, wait } = course
    const confirmed =
      typeof confirmedAfter === 'number' ? answerAfter(world, random, { day, second }, confirmedAfter) : null
    const story = storyOf(draft, random, { day, second }, confirmed, course)
    if (story === null) return
    const row = appointmentRow(random, { site, day, second, serial }, story)
    draft.add(day, row)
    const isConfirmedLate =
      confirmed === null
        ? confirmedAfter !== 'cancelled' && isPast(world, day, confirmDays)
        : Number(confirmedAfter) > confirmDays
    const isKeptWaiting =
      story.servedAfter !== null && wait !== null && wait.served - Math.max(0, wait.arrived) > waitSeconds
    if (isConfirmedLate || isKeptWaiting)
      expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: day })
  }
}

function storyOf(
  { world }: PlanDraft,
  random: Random,
  made: Moment,
  confirmed: Moment | null,
  { confirmedAfter, wait }: Course,
): AppointmentStory | null {
  const booking = ordinaryBooking(world, random, made)
  if (booking === null) return null
  const isBefore = confirmed !== null && confirmed.day >= booking.slot.day
  const slotDay = isBefore ? world.clock.after(confirmed.day, 1) : booking.slot.day
  if (slotDay === null) return null
  const slot = { ...booking.slot, day: slotDay }
  const open = { slot, confirmed, arrivedAfter: null, servedAfter: null }
  if (confirmedAfter === 'cancelled') return { ...open, status: 'cancelled' }
  if (confirmed === null) return { ...open, status: 'waiting' }
  if (wait === null || slotDay > world.asOf) return { ...open, status: 'confirmed' }
  return { ...open, status: 'served', arrivedAfter: wait.arrived, servedAfter: wait.served }
}
