import { parsePlainDate, type PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Asked } from '../../client/call.ts'

export type GivenCalendar = Asked<'addCalendar'>['body']

/** The first line or part that cannot be read, or what is missing. */
export interface CalendarFault {
  readonly code: 'not-json' | 'part-missing' | 'not-a-day' | 'unknown-word' | 'empty' | 'several-years'
  readonly place: string
}

export type ReadCalendar =
  | { readonly ok: true; readonly calendar: GivenCalendar }
  | { readonly ok: false; readonly fault: CalendarFault }

/** Rest: \u4f11, \u653e\u5047; worked: \u73ed, \u4e0a\u73ed, \u8c03\u4f11. */
const REST = new Set(['\u4f11', '\u653e\u5047', '\u5047', 'rest'])
const WORK = new Set(['\u73ed', '\u4e0a\u73ed', '\u8c03\u4f11', 'work'])

/**
 * A calendar out of a file: JSON as the server has it, or lines `2021-10-01,rest` (`rest` or `work`, or the Chinese words) of one
 * year. Lines have no name of their own: `version` is it.
 */
export function readCalendar(content: string, version: string): ReadCalendar {
  const text = content.replace(/^\uFEFF/, '').trim()
  if (text === '') return { ok: false, fault: { code: 'empty', place: '' } }
  return text.startsWith('{') ? fromJson(text, version) : fromLines(text, version)
}

function fromJson(text: string, version: string): ReadCalendar {
  let given: Readonly<Record<string, unknown>>
  try {
    given = JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return { ok: false, fault: { code: 'not-json', place: '' } }
  }
  const missing = ['from', 'to', 'restDays', 'workDays'].find((name) => given[name] === undefined)
  if (missing !== undefined) return { ok: false, fault: { code: 'part-missing', place: missing } }
  const [from, to] = [dayIn(given['from']), dayIn(given['to'])]
  if (from === null || to === null)
    return { ok: false, fault: { code: 'not-a-day', place: from === null ? 'from' : 'to' } }
  const [restDays, workDays] = [listIn(given['restDays']), listIn(given['workDays'])]
  if (typeof restDays === 'string') return { ok: false, fault: { code: 'not-a-day', place: restDays } }
  if (typeof workDays === 'string') return { ok: false, fault: { code: 'not-a-day', place: workDays } }
  const named = typeof given['version'] === 'string' ? given['version'] : ''
  return { ok: true, calendar: { version: version.trim() || named, from, to, restDays, workDays } }
}

function fromLines(text: string, version: string): ReadCalendar {
  const restDays: PlainDate[] = []
  const workDays: PlainDate[] = []
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    const [first = '', word = ''] = line.split(/[,，;\t]/).map((cell) => cell.trim())
    const day = parsePlainDate(first.replaceAll('/', '-'))
    if (first === '' || (place === 0 && day === null)) continue
    if (day === null) return { ok: false, fault: { code: 'not-a-day', place: `${place + 1}: ${first}` } }
    if (REST.has(word)) restDays.push(day)
    else if (WORK.has(word)) workDays.push(day)
    else return { ok: false, fault: { code: 'unknown-word', place: `${place + 1}: ${word}` } }
  }
  const [year, ...others] = new Set([...restDays, ...workDays].map((day) => day.slice(0, 4)))
  if (year === undefined) return { ok: false, fault: { code: 'empty', place: '' } }
  if (others.length > 0) return { ok: false, fault: { code: 'several-years', place: [year, ...others].join(' ') } }
  const [from, to] = [`${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate]
  return { ok: true, calendar: { version: version.trim(), from, to, restDays, workDays } }
}

function dayIn(value: unknown): PlainDate | null {
  return typeof value === 'string' ? parsePlainDate(value) : null
}

/** The days of a list, or the first that is none. */
function listIn(value: unknown): PlainDate[] | string {
  if (!Array.isArray(value)) return String(value)
  const days: PlainDate[] = []
  for (const one of value as readonly unknown[]) {
    const day = dayIn(one)
    if (day === null) return String(one)
    days.push(day)
  }
  return days
}
