import { addDays, type PlainDate } from '../../../core/kernel/plain-date.ts'
import { chanceFor, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { grouped } from '../grouped.ts'
import { mondayOf } from '../work-clock.ts'
import { compact, rowOf } from '../world.ts'

const DETECTION = 'weekly-class-missed'

/** A class in every week, on any of its days, but for some weeks of some centers. */
export function plantWeeklyClasses(draft: PlanDraft): void {
  const { sites, days, limits } = draft.world
  const random = chanceFor(draft, DETECTION)
  for (const site of sites)
    for (const [at, [monday, week]] of [...grouped(days, mondayOf)].entries()) {
      // Whatever chance says, the first center is without a class in its fourth week.
      const roll = site.place === 0 && at === 3 ? 0 : random.below(200)
      if (roll >= 2) holdClass(draft, site, random.pick(week), roll < 4 ? 0 : 5 + random.below(30), random.pick(TOPICS))
      // Nobody signed in at the one class of the week; and sometimes at a second one, which changes nothing.
      if (roll >= 190) holdClass(draft, site, random.pick(week), 0, random.pick(TOPICS), 2)
      if (roll < 4 && limits.has(DETECTION) && isDue(draft, week)) expectWeek(draft, site, monday)
    }
}

function holdClass(draft: PlanDraft, site: Site, day: PlainDate, attendees: number, topic: string, turn = 1): void {
  const record_id = `KT${site.code}${compact(day)}${turn}`
  draft.add(day, rowOf('weekly_classes', { record_id, center_id: site.center.id, held_on: day, topic, attendees }))
}

/** A whole week within the period, with enough working days. */
function isDue({ world }: PlanDraft, week: readonly PlainDate[]): boolean {
  const working = week.filter((day) => world.clock.isWorking(day)).length
  return week.length === 7 && working >= world.limits.parameter(DETECTION, 'least_working_days')
}

function expectWeek(draft: PlanDraft, { center }: Site, monday: PlainDate): void {
  draft.expect({
    detection: DETECTION,
    centerId: center.id,
    subject: `${center.id}/${monday}`,
    occurredOn: addDays(monday, 6),
    records: [`absent:weekly_classes/${center.id}/${monday}`],
  })
}

const TOPICS = [
  '医保新政解读',
  '居住证积分办理要点',
  '窗口服务礼仪',
  '“好差评”工作要求',
  '综合窗口业务轮训',
  '数据安全与个人信息保护',
  '养老服务补贴申请流程',
]
