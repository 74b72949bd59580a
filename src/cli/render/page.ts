import type { Terminal } from '../../app/ports/terminal.ts'
import { displayWidth } from '../text/display-width.ts'
import { inkFor, type Ink } from '../text/ink.ts'
import { wrapText } from '../text/wrap.ts'

/** What every renderer writes for: a width and an ink. Renderers give lines; only commands write. */
export interface Page {
  readonly columns: number
  readonly ink: Ink
}

/** Longer lines of Chinese than this are hard to read, so a wider terminal leaves a margin. */
const WIDEST = 120
const NARROWEST = 40

export function pageFor(terminal: Terminal): Page {
  return { columns: Math.min(WIDEST, Math.max(NARROWEST, terminal.columns)), ink: inkFor(terminal) }
}

/** ━━━ above and below a document, as the 文武线 of an official letter. */
export function heavyRule({ columns }: Page): string {
  return '━'.repeat(columns)
}

export function lightRule({ columns }: Page): string {
  return '─'.repeat(columns)
}

export function centered(text: string, { columns }: Page): string[] {
  return wrapText(text, columns).map((line) => ' '.repeat(Math.max(0, (columns - displayWidth(line)) >> 1)) + line)
}

/** A title at the left and a figure at the right of one line; below each other where they do not fit. */
export function spread(left: string, right: string, { columns }: Page): string[] {
  const gap = columns - displayWidth(left) - displayWidth(right)
  if (gap >= 1) return [left + ' '.repeat(gap) + right]
  return [...wrapText(left, columns), ' '.repeat(Math.max(0, columns - displayWidth(right))) + right]
}

/** A label and a text that hangs beside it: `1.1  查实一例扣1分`. Paint is put on after measuring. */
export function hanging(
  label: string,
  text: string,
  { columns }: Page,
  indent: number,
  paint: { readonly label?: (text: string) => string; readonly text?: (text: string) => string } = {},
): string[] {
  const margin = indent + displayWidth(label)
  return wrapText(text, columns - margin).map((line, place) => {
    const painted = paint.text ? paint.text(line) : line
    if (place > 0) return line === '' ? '' : ' '.repeat(margin) + painted
    return ' '.repeat(indent) + (paint.label ? paint.label(label) : label) + painted
  })
}

export function sectionTitle({ label, title }: { readonly label: string; readonly title: string }): string {
  if (label === '') return title
  return /[\p{P}\s]$/u.test(label) ? `${label}${title}` : `${label}、${title}`
}
