import type { RunSetting } from '../../core/detection/parameter-values.ts'
import { accepted, refused } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import { refuseAtDesk, type AtDesk } from '../records/desk-refusals.ts'
import type { Scope } from './run-scope.ts'

/** What the parameters of a run stand for. `asked` is null for today, or the last day that a calendar knows. */
export function settingOf(
  { periodFrom, periodTo, readingOf }: Scope,
  { from, to, days }: WorkdayLine,
  asked: PlainDate | null,
  today: PlainDate,
): AtDesk<RunSetting> {
  const asOf = asked ?? (today < to ? today : to)
  if (asOf < periodFrom || asOf > today) return refuseAtDesk('as-of-outside', asOf, periodFrom, today)
  const ordinals = days.find(({ day }) => day === asOf)
  if (from > periodFrom || !ordinals)
    return refused(
      'calendar-unknown',
      `工作日只数得清 ${from} 至 ${to}，不够看 ${periodFrom} 至 ${asOf}；请管理员先导入缺的放假安排`,
    )
  return accepted({ periodFrom, periodTo, asOf, asOfStartDay: ordinals.start, asOfStopDay: ordinals.stop, readingOf })
}
