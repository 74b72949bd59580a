import { parsePlainDate } from '../../../../core/kernel/plain-date.ts'

export interface PaperDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day in `2025年12月26日`; null for anything else, such as room left to write it in. */
export function paperDay(words: string | null): PaperDay | null {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(words ?? '')
  if (!match) return null
  const [year = '', month = '', day = ''] = match.slice(1)
  const isDay = parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) !== null
  return isDay ? { year: Number(year), month: Number(month), day: Number(day) } : null
}
