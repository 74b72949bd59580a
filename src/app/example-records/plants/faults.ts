import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { refOf, type ExampleRow } from '../example-row.ts'
import { grouped } from '../grouped.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { compact, isPast, knownMoment, officeSecond, rowOf, workingDaysOn } from '../world.ts'
import { momentOf } from '../year-rhythm.ts'
import { pickFrom } from './planted-case.ts'
import { trickyDays } from './tricky-days.ts'

const REPEATED = 'equipment-faults-repeated'
const LATE = 'equipment-repair-late'

/** A fault in most months, repaired in time; two or more in some, and some that stay for too long. */
export function plantFaults(draft: PlanDraft): void {
  const { limits, sites, days } = draft.world
  const random = chanceFor(draft, REPEATED)
  const allowed = limits.has(REPEATED) ? limits.parameter(REPEATED, 'faults_allowed') : 1
  const months = [...grouped(days, (day) => day.slice(0, 7))]
  for (const site of sites)
    for (const [at, [month, monthDays]] of months.entries()) {
      const isMany = (at + 5 * site.place) % 11 === 3
      const count = isMany ? allowed + 1 + random.below(2) : at === 0 ? allowed : random.below(allowed + 1)
      const faults = Array.from({ length: count }, (_, turn) =>
        plantFault(draft, random, { site, monthDays, serial: 10 * at + turn + 1 }),
      )
      if (limits.has(REPEATED) && count > allowed) expectMonth(draft, site, month, faults, count - allowed)
    }
}

interface Fault {
  readonly row: ExampleRow
  readonly day: PlainDate
}

function expectMonth(
  draft: PlanDraft,
  { center }: Site,
  month: string,
  faults: readonly Fault[],
  beyond: number,
): void {
  draft.expect({
    detection: REPEATED,
    centerId: center.id,
    subject: `${center.id}/${month}`,
    occurredOn: faults.map(({ day }) => day).reduce((first, day) => (day < first ? day : first)),
    occurrences: beyond,
    records: faults.map(({ row }) => refOf(row)),
  })
}

function plantFault(
  draft: PlanDraft,
  random: Random,
  {
    site,
    monthDays,
    serial,
  }: { readonly site: Site; readonly monthDays: readonly PlainDate[]; readonly serial: number },
): Fault {
  const { world } = draft
  const limit = world.limits.has(LATE) ? world.limits.parameter(LATE, 'repair_working_days') : 5
  const tricky = trickyDays(world, limit)
  // Whatever chance says, the first fault of the last center is repaired too late.
  const course = site.place === world.sites.length - 1 && serial === 1 ? OVERDUE : random.pick(COURSES)
  const inMonth = new Set(monthDays)
  const trickyDay = pickFrom(
    random,
    [...tricky.endsOnExchanged, ...tricky.longest].filter((day) => inMonth.has(day)),
  )
  const day = course.isTricky && trickyDay !== null ? trickyDay : random.pick(monthDays)
  const after =
    course.after === 'limit' ? limit : course.after === 'over' ? limit + 1 + random.below(3) : random.below(limit)
  const repairedOn = course.after === 'never' ? null : workingDaysOn(world, day, after)
  const second = officeSecond(random)
  const repairedAt = knownMoment(world, repairedOn, repairedOn === day ? second + 3600 : officeSecond(random))
  const row = rowOf('equipment_faults', {
    record_id: `BX${site.code}${compact(day)}${String(serial).padStart(3, '0')}`,
    center_id: site.center.id,
    ...random.pick(DEVICES),
    reported_at: momentOf(day, second),
    responsibility: course.responsibility,
    repaired_at: repairedAt,
  })
  draft.add(day, row)
  const isLate = repairedAt === null ? isPast(world, day, limit) : course.after === 'over'
  if (isLate && isOwn(course.responsibility) && world.limits.has(LATE))
    expectRecord(draft, LATE, row, { centerId: site.center.id, occurredOn: day })
  return { row, day }
}

function isOwn(responsibility: string): boolean {
  return responsibility === 'center' || responsibility === 'staff'
}

interface FaultCourse {
  readonly after: 'soon' | 'limit' | 'over' | 'never'
  readonly responsibility: 'center' | 'staff' | 'vendor' | 'system'
  /** On a day from which the limit ends where people count wrong, if the month has one. */
  readonly isTricky: boolean
}

const OVERDUE: FaultCourse = { after: 'over', responsibility: 'center', isTricky: true }

/** Most are repaired in time, many on the very last day; what is not is mostly the vendor's. */
const COURSES: readonly FaultCourse[] = [
  { after: 'soon', responsibility: 'center', isTricky: false },
  { after: 'soon', responsibility: 'center', isTricky: true },
  { after: 'soon', responsibility: 'staff', isTricky: false },
  { after: 'soon', responsibility: 'vendor', isTricky: false },
  { after: 'soon', responsibility: 'system', isTricky: false },
  { after: 'limit', responsibility: 'center', isTricky: false },
  { after: 'limit', responsibility: 'center', isTricky: true },
  { after: 'limit', responsibility: 'staff', isTricky: true },
  { after: 'over', responsibility: 'vendor', isTricky: false },
  { after: 'never', responsibility: 'vendor', isTricky: false },
  OVERDUE,
  { after: 'over', responsibility: 'staff', isTricky: false },
  { after: 'never', responsibility: 'center', isTricky: false },
]

const DEVICES = [
  { device: '叫号机', symptom: '不出票' },
  { device: '触摸查询一体机', symptom: '黑屏' },
  { device: '窗口评价器', symptom: '按键无反应' },
  { device: '高拍仪', symptom: '图像模糊' },
  { device: '身份证读卡器', symptom: '读不出卡' },
  { device: '自助证明打印机', symptom: '卡纸' },
  { device: '政务外网', symptom: '断网' },
]
