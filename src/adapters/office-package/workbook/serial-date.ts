/**
 * The day and time that a sheet shows for a number: `YYYY-MM-DD`, with ` hh:mm:ss` where there is a time. It is a clock on a
 * wall: no zone has any part in it. Null for what a sheet cannot show as a date.
 *
 * Counted from 1900, the 60th day is February 29th, 1900, which never was, and day 0 is shown as January 0th: both are given as
 * they are shown, for whoever judges values to refuse.
 */
export function serialDate(serial: number, from1904: boolean): { readonly day: string; readonly time: string } | null {
  if (!(serial >= 0) || serial >= LAST) return null
  const milliseconds = Math.round(serial * DAY)
  const day = Math.floor(milliseconds / DAY)
  return { day: dayText(day, from1904), time: clockText(Math.floor((milliseconds % DAY) / 1000)) }
}

/** `12:30:05` of seconds; hours go on behind 24. */
export function clockText(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

const DAY = 86_400_000
/** The first day of the year 10000. */
const LAST = 2_958_466

function dayText(day: number, from1904: boolean): string {
  if (!from1904 && day === 0) return '1900-01-00'
  if (!from1904 && day === 60) return '1900-02-29'
  const base = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  return new Date(base + day * DAY).toISOString().slice(0, 10)
}
