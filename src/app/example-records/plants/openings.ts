import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { refOf, type ExampleRow } from '../example-row.ts'
import { grouped } from '../grouped.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { compact, rowOf } from '../world.ts'

const MISSED = 'opening-missed'
const SHORT = 'staff-not-in-place'

/** Every morning and afternoon of every center: open and staffed, but for what is planted. */
export function plantOpenings(draft: PlanDraft): void {
  const random = chanceFor(draft, MISSED)
  for (const site of draft.world.sites) {
    const turns = turnsOf(draft, random, site)
    const missed: Missed[] = []
    for (const day of draft.world.days)
      for (const slot of SLOTS) {
        const turn = turns.get(`${day}/${slot}`) ?? 'open'
        const row = slotRow(random, site, { day, slot }, turn)
        if (row !== null) draft.add(day, row)
        if ((turn === 'closed' || turn === 'absent') && isDue(draft, day, slot))
          missed.push({ day, ref: row === null ? `absent:openings/${site.center.id}/${day}/${slot}` : refOf(row) })
        if (typeof turn === 'number' && row !== null && draft.world.limits.has(SHORT))
          expectRecord(draft, SHORT, row, { centerId: site.center.id, occurredOn: day, occurrences: turn })
      }
    if (draft.world.limits.has(MISSED)) expectMonths(draft, site, missed)
  }
}

const SLOTS = ['morning', 'afternoon'] as const

type Slot = (typeof SLOTS)[number]

/** A number is how many people were missing. */
type Turn = 'open' | 'closed' | 'absent' | 'excused' | 'unstaffed-unknown' | 'more-than-due' | number

interface Missed {
  readonly day: PlainDate
  readonly ref: string
}

function turnsOf(draft: PlanDraft, random: Random, { place }: Site): ReadonlyMap<string, Turn> {
  const { days, clock } = draft.world
  const turns = new Map<string, Turn>()
  const set = (day: PlainDate, turn: Turn, slots: readonly Slot[] = [random.pick(SLOTS)]) => {
    for (const slot of slots) turns.set(`${day}/${slot}`, turn)
  }
  const restDays = days.filter((day) => !clock.isWorking(day))
  // What is set later wins: the breaches last.
  for (let count = 3; count > 0; count--) set(random.pick(days), 'more-than-due')
  for (let count = 2; count > 0; count--) set(random.pick(days), 'unstaffed-unknown')
  set(random.pick(days), 'excused', SLOTS)
  for (let count = random.below(4); count > 0; count--) set(random.pick(days), 1 + random.below(3))
  // Whatever chance says, somebody is missing at the first center on a day that nothing else is planted on later.
  if (place === 0) set(random.pick(days.filter(clock.isWorking)), 1)
  if (place % 3 === 0) set(random.pick(restDays), 'closed', SLOTS)
  if (place % 3 === 1) set(random.pick(restDays), 'absent')
  // Twice in one month is one breach of that month.
  if (place % 4 === 2) for (const day of sameMonth(random, restDays)) set(day, random.pick(['closed', 'absent']))
  return turns
}

function sameMonth(random: Random, days: readonly PlainDate[]): PlainDate[] {
  const month = random.pick(days).slice(0, 7)
  return days.filter((day) => day.startsWith(month)).slice(0, 2)
}

function slotRow(
  random: Random,
  { center, code, counters }: Site,
  { day, slot }: { readonly day: PlainDate; readonly slot: Slot },
  turn: Turn,
): ExampleRow | null {
  if (turn === 'absent') return null
  const due = counters.length + 2
  const isShut = turn === 'closed' || turn === 'excused'
  const present = typeof turn === 'number' ? due - turn : turn === 'more-than-due' ? due + 1 : isShut ? 0 : due
  const isUnknown = turn === 'unstaffed-unknown'
  return rowOf('openings', {
    record_id: `KQ${code}${compact(day)}${slot === 'morning' ? 'A' : 'P'}`,
    center_id: center.id,
    day,
    slot,
    status: isShut ? turn : 'open',
    staff_due: isUnknown ? null : due,
    staff_present: isUnknown ? null : present,
    reason: turn === 'excused' ? random.pick(EXCUSES) : turn === 'closed' ? random.pick(CAUSES) : null,
  })
}

const EXCUSES = ['台风红色预警，经区办批准暂停', '大楼配电检修，经批准停业', '配合消防演练，经批准暂停']

const CAUSES = ['值班人员临时有事', '误看值班表', null]

function isDue({ world }: PlanDraft, day: PlainDate, slot: Slot): boolean {
  if (slot === 'morning' || world.clock.isWorking(day) || !world.limits.has(MISSED)) return true
  return world.limits.parameter(MISSED, 'afternoon_on_rest_days') === 1
}

function expectMonths(draft: PlanDraft, { center }: Site, missed: readonly Missed[]): void {
  for (const [month, slots] of grouped(missed, ({ day }) => day.slice(0, 7)))
    draft.expect({
      detection: MISSED,
      centerId: center.id,
      subject: `${center.id}/${month}`,
      occurredOn: slots[0]?.day ?? draft.world.period.from,
      records: slots.map(({ ref }) => ref),
    })
}
