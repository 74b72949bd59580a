/** A value as a message quotes it: never longer than 40 characters, never with what would break the line. */
export function shownValue(value: string): string {
  const plain = value.replaceAll(/\p{Cc}/gu, '␣')
  const characters = [...plain]
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : plain}”`
}
