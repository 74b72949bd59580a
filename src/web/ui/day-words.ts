import type { Language } from '../text/language.tsx'

/** A day as sentences say it. Zones play no part: a plain date is the same day everywhere. */
export function dayWords(date: string, language: Language): string {
  const format = language === 'zh' ? ZH : EN
  return format.format(new Date(`${date}T00:00:00Z`))
}

const ZH = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' })
const EN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
