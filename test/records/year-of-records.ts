import { readdirSync, readFileSync } from 'node:fs'
import { exampleRecords, type ExampleRecords } from '../../src/app/example-records/example-records.ts'
import { limitsOf } from '../../src/app/example-records/limits-of.ts'
import type { RecordsSetting } from '../../src/app/example-records/records-setting.ts'
import type { YearCenter } from '../../src/app/example-year/year-setting.ts'
import type { Detection } from '../../src/core/detection/detection.ts'
import { plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../src/core/kernel/working-days.ts'
import type { Interpretation } from '../../src/core/rubric/interpretation.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { NOTICE, PERIOD, readDetection } from '../detections/detection-case.ts'

/** A year of records for the notice that comes along: its centers, calendars, detections and the office's answers. */
export function yearOfRecords(rest: Partial<RecordsSetting> = {}): ExampleRecords {
  return exampleRecords({ ...SETTING, ...rest })
}

export const RUBRIC = read<Rubric>('rubric.json')

export const CENTERS = read<readonly YearCenter[]>('centers.json')

export const DETECTIONS: readonly Detection[] = readdirSync(new URL('detections/', NOTICE))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => readDetection(name.slice(0, -'.sql'.length)))

const ANSWERS = read<readonly Interpretation[]>('interpretations.json')

export function readingOf(questionId: string): string | null {
  return ANSWERS.find((answer) => answer.questionId === questionId)?.reading ?? null
}

export const SETTING: RecordsSetting = {
  seed: 1,
  cases: 12_000,
  centers: CENTERS,
  period: PERIOD,
  calendar: both(calendarOf('calendar-2021.json'), calendarOf('calendar-2022.json')),
  asOf: plainDate('2022-01-31'),
  limits: limitsOf(RUBRIC, DETECTIONS, readingOf),
}

function calendarOf(name: string): WorkingCalendar {
  const { restDays, workDays, ...rest } = read<CalendarFile>(name)
  return { ...rest, restDays: new Set(restDays), workDays: new Set(workDays) }
}

interface CalendarFile extends Pick<WorkingCalendar, 'version' | 'from' | 'to'> {
  readonly restDays: readonly PlainDate[]
  readonly workDays: readonly PlainDate[]
}

function both(one: WorkingCalendar, next: WorkingCalendar): WorkingCalendar {
  return {
    version: `${one.version}；${next.version}`,
    from: one.from,
    to: next.to,
    restDays: new Set([...one.restDays, ...next.restDays]),
    workDays: new Set([...one.workDays, ...next.workDays]),
  }
}

function read<Value>(name: string): Value {
  return JSON.parse(readFileSync(new URL(name, NOTICE), 'utf8')) as Value
}
