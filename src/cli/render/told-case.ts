import type { PlainDate } from '../../core/kernel/plain-date.ts'

/** A case in the words of whoever reported it, with the day and the count where the words do not say them already. */
export function toldCase(description: string, day: PlainDate, occurrences: number): string {
  const words = description.replace(/[。；，\s]+$/u, '')
  const [year, month, date] = day.split('-').map(Number)
  const isDated = words.includes(day) || words.includes(`${month}月${date}日`)
  const isCounted = occurrences === 1 || new RegExp(`(?<!\\d)${occurrences}(?!\\d)`, 'u').test(words)
  const opening = isDated ? '' : `${year}年${month}月${date}日，`
  return `${opening}${words}${isCounted ? '' : `，${occurrences}次`}`
}
