import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { chanceFor, type PlanDraft } from '../plan-draft.ts'
import { expectMeasure } from './expect-measure.ts'
import type { Site } from '../site.ts'
import { grouped } from '../grouped.ts'
import { rowOf } from '../world.ts'

const DETECTION = 'articles-few'

/** As many articles a month as are asked for, exactly so in half of the months, and too few in some. */
export function plantArticles(draft: PlanDraft): void {
  const { limits, sites, days } = draft.world
  const random = chanceFor(draft, DETECTION)
  const asked = limits.has(DETECTION)
    ? Math.ceil(limits.bound(DETECTION).numerator / limits.bound(DETECTION).denominator)
    : 2
  for (const site of sites)
    for (const [at, [month, monthDays]] of [...grouped(days, (day) => day.slice(0, 7))].entries()) {
      const isFew = asked > 0 && (at + 3 * site.place) % 9 === 5
      const count = isFew ? random.below(asked) : asked + (random.chance(50) ? 0 : 1 + random.below(3))
      // All of them on the last day of the month, or on any.
      const onDay = random.chance(25) ? () => monthDays.at(-1) : () => random.pick(monthDays)
      for (let turn = 0; turn < count; turn++)
        plantArticle(draft, random, { site, day: onDay() ?? draft.world.period.to, serial: 100 * at + turn + 1 })
      if (isFew && limits.has(DETECTION))
        expectMeasure(draft, DETECTION, site, {
          period: month,
          lastDay: monthDays.at(-1),
          numerator: count,
          denominator: 1,
        })
    }
}

function plantArticle(
  draft: PlanDraft,
  random: Random,
  { site, day, serial }: { readonly site: Site; readonly day: PlainDate; readonly serial: number },
): void {
  const row = rowOf('articles', {
    record_id: `XX${site.code}${String(serial).padStart(4, '0')}`,
    center_id: site.center.id,
    title: `${site.center.name}：${random.pick(TITLES)}`,
    submitted_on: day,
    is_adopted: random.pick(['yes', 'no', 'no', null]),
  })
  draft.add(day, row)
}

const TITLES = [
  '为老服务上门办',
  '周末不打烊，办事更从容',
  '综合窗口轮岗培训小记',
  '自助终端进村居',
  '一次办成一件事',
  '首问责任暖人心',
  '社保认证“云”上办',
  '窗口开放日纪实',
]
