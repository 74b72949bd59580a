import type { PlainDate } from '../kernel/plain-date.ts'

/** As a sentence of a document says it: 2021年10月25日. */
export function dayInWords(day: PlainDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
