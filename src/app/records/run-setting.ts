import type { RunSetting } from '../../core/detection/parameter-values.ts'
import { accepted, refused } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'

/** What a run looks at: the assessment's period, as of a day, its interpretations as they stand, working days by the line. */
export function runSetting({ state, header }: LiveAssessment, line: WorkdayLine, asOf: PlainDate): AtDesk<RunSetting> {
  const { periodFrom, periodTo, answers } = state
  if (periodFrom === null || periodTo === null) return refuseAtDesk('assessment-not-begun', header.assessmentId)
  const day = line.days.find((one) => one.day === asOf)
  const last = asOf < periodTo ? asOf : periodTo
  if (day === undefined || periodFrom < line.from || last > line.to)
    return refused(
      'calendar-unknown',
      `工作日只数得清 ${line.from} 至 ${line.to}，不够看 ${periodFrom} 至 ${asOf}；请管理员先导入缺的放假安排`,
    )
  return accepted({
    periodFrom,
    periodTo,
    asOf,
    asOfStartDay: day.start,
    asOfStopDay: day.stop,
    readingOf: (questionId) => answers.get(questionId)?.reading ?? null,
  })
}
