import type { Brand } from './brand.ts'
import { parsePlainDate, type PlainDate } from './plain-date.ts'

/** An instant written in Asia/Shanghai with its offset, `2021-10-25T09:30:00+08:00`; sorts as a string. */
export type Timestamp = Brand<string, 'Timestamp'>

export function parseTimestamp(text: string): Timestamp | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/.exec(text)
  return match?.[1] && parsePlainDate(match[1]) ? (text as Timestamp) : null
}

/** For times written in code. Throws on what `parseTimestamp` refuses. */
export function timestamp(text: string): Timestamp {
  const parsed = parseTimestamp(text)
  if (parsed === null) throw new Error(`not a timestamp: ${JSON.stringify(text)}`)
  return parsed
}

export function dayOf(time: Timestamp): PlainDate {
  return time.slice(0, 10) as PlainDate
}
