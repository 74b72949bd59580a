import type { recordsText } from './records-text.ts'

type Text = Pick<(typeof recordsText)['zh'], 'remainingSeconds' | 'remainingMinutes'>

/** Seconds below a minute and a half, whole minutes above; nothing where it is not known. */
export function remainingIn(text: Text, seconds: number | null): string {
  if (seconds === null) return ''
  return seconds < 90 ? text.remainingSeconds(seconds) : text.remainingMinutes(Math.ceil(seconds / 60))
}
