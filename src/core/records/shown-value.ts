/** A value as a message quotes it: never longer than 40 characters, never with what would break the line. */
export function shownValue(value: string): string {
  const plain = value.replaceAll(/\p{Cc}/gu, '␣')
  const start = /^.{0,40}/u.exec(plain)?.[0] ?? ''
  return start.length < plain.length ? `“${start}…”` : `“${plain}”`
}
