/** A text as ClickHouse takes it whatever it holds: a backslash begins an escape there. */
export function clickText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`
}

export function clickTexts(texts: readonly string[]): string {
  return texts.map(clickText).join(', ')
}
