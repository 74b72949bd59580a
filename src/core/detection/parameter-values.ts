import type { QuestionId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Parameter } from './detection.ts'

/** What a run looks at. `readingOf` gives the reading that the office has chosen; null while the question is open. */
export interface RunSetting {
  readonly periodFrom: PlainDate
  readonly periodTo: PlainDate
  /** What had happened by the end of this day. */
  readonly asOf: PlainDate
  /** `start` and `stop` of `asOf` on the line of working days. */
  readonly asOfStartDay: number
  readonly asOfStopDay: number
  readonly readingOf: (questionId: QuestionId) => string | null
}

/** Every parameter by its name, with those that every query is given: whole numbers, and days as text. */
export function parameterValues(
  parameters: readonly Parameter[],
  setting: RunSetting,
): Readonly<Record<string, number | string>> {
  return {
    ...Object.fromEntries(parameters.map((one) => [one.name, valueOf(one, setting.readingOf)])),
    period_from: setting.periodFrom,
    period_to: setting.periodTo,
    as_of: setting.asOf,
    as_of_start_day: setting.asOfStartDay,
    as_of_stop_day: setting.asOfStopDay,
  }
}

/** The number that holds: of the reading that the office has chosen, otherwise the parameter's own. */
export function valueOf({ value, question }: Parameter, readingOf: RunSetting['readingOf']): number {
  const reading = question && readingOf(question.questionId)
  return (reading === null ? undefined : question?.byReading[reading]) ?? value
}

/** Whether the number waits for the office to answer what the notice leaves open. */
export function isOpen({ question }: Parameter, readingOf: RunSetting['readingOf']): boolean {
  return question !== null && readingOf(question.questionId) === null
}
