import type { SourceSpan } from '../../kernel/source-span.ts'
import type { MappedText } from '../layout/mapped-text.ts'
import type { NormalText } from '../normalise.ts'

/** Where a text of the layout stands in the source. */
export function spanOf(text: MappedText): SourceSpan {
  const start = text.offsets[0] ?? 0
  return { start, end: Math.max(start, text.offsets[text.text.length] ?? start) }
}

/** A stretch of normalised text in the words of its criterion, trimmed, and where they stand in the source. */
export interface Wording {
  readonly quote: string
  readonly span: SourceSpan
}

export function wordingAt(text: MappedText, normal: NormalText, start: number, end: number): Wording {
  let from = normal.offsets[start] ?? text.text.length
  let to = normal.offsets[end] ?? text.text.length
  while (from < to && /\s/.test(text.text[from] ?? '')) from += 1
  while (to > from && /\s/.test(text.text[to - 1] ?? '')) to -= 1
  const first = text.offsets[from] ?? 0
  return { quote: text.text.slice(from, to), span: { start: first, end: Math.max(first, endOf(text, to)) } }
}

/** The end of the unit before `to`, so that markup or a skipped line behind it stays outside. */
function endOf(text: MappedText, to: number): number {
  const last = text.offsets[to - 1]
  return last === undefined ? (text.offsets[to] ?? 0) : Math.min(last + 1, text.offsets[to] ?? last + 1)
}
