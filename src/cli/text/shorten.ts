import { displayWidth } from './display-width.ts'

/** At most so many columns, in one line, with an ellipsis where something was left out. */
export function shorten(text: string, columns: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').replaceAll(/\p{Cc}/gu, '␣')
  if (displayWidth(line) <= columns) return line
  let kept = ''
  let width = 0
  for (const character of line) {
    const size = displayWidth(character)
    if (width + size > columns - 1) break
    kept += character
    width += size
  }
  return `${kept}…`
}
