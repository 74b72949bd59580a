import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import type { TextSource } from '../../app/ports/text-source.ts'
import { addDays, parsePlainDate, weekdayOf, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { readJson } from './read-json.ts'
import { dateField, parseRecord, plainText, type FieldShape, type Shape } from './record-shape.ts'

interface CalendarFile {
  readonly version: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly restDays: readonly PlainDate[]
  readonly workDays: readonly PlainDate[]
}

const CALENDAR: Shape<CalendarFile> = {
  version: plainText,
  from: dateField,
  to: dateField,
  restDays: days('周一至周五中放假的日期列表', (day) => weekdayOf(day) <= 5),
  workDays: days('周六、周日中上班的日期列表', (day) => weekdayOf(day) > 5),
}

/**
 * The calendars of a folder, one file a year, as one: each begins on the day after the one before. Days are checked to
 * lie within their file's years and on the right side of the weekend, as a typing error would move a deadline.
 */
export async function parseCalendars(
  paths: readonly string[],
  texts: TextSource,
): Promise<ArchiveAnswer<WorkingCalendar | null>> {
  let whole: WorkingCalendar | null = null
  for (const path of paths) {
    const json = await readJson(path, texts)
    if (!json.ok) return json
    const parsed = parseRecord(CALENDAR, json.value, path, '')
    if (!parsed.ok) return parsed
    const one = parsed.value
    const wrong = (place: string, found: string, expected: string) =>
      ({ ok: false, fault: { code: 'field-wrong', path, place, found, expected } }) as const
    const stray = [...one.restDays, ...one.workDays].find((day) => day < one.from || day > one.to)
    if (stray !== undefined) return wrong('restDays、workDays', stray, `${one.from} 至 ${one.to} 之间的日期`)
    if (whole !== null && one.from !== addDays(whole.to, 1))
      return wrong('from', one.from, `${addDays(whole.to, 1)}（接着上一份日历）`)
    whole = joined(whole, one)
  }
  return { ok: true, value: whole }
}

function joined(whole: WorkingCalendar | null, one: CalendarFile): WorkingCalendar {
  return {
    version: whole === null ? one.version : `${whole.version}；${one.version}`,
    from: whole?.from ?? one.from,
    to: one.to,
    restDays: new Set([...(whole?.restDays ?? []), ...one.restDays]),
    workDays: new Set([...(whole?.workDays ?? []), ...one.workDays]),
  }
}

function days(expected: string, isRight: (day: PlainDate) => boolean): FieldShape<readonly PlainDate[]> {
  return {
    expected,
    parse: (value) => {
      if (!Array.isArray(value)) return undefined
      const parsed = value.map((day: unknown) => (typeof day === 'string' ? parsePlainDate(day) : null))
      const right = parsed.filter((day) => day !== null && isRight(day))
      return right.length === value.length ? right.filter((day) => day !== null) : undefined
    },
  }
}
