import type { TableBlock, TableCell } from './block.ts'
import type { VisualLine } from './line-reader.ts'
import { readMark, type NumberMark } from './numbering.ts'
import type { GridRow } from './table-grid.ts'
import { concat, slice, type TracedText } from './traced-text.ts'

/**
 * 3.12345工单 reads as a decimal; between 2. and 4. it is the third. Here such a number is set apart by a blank, which
 * takes no room in the source, so that all that follows reads it as it reads `3. 接单`.
 */
export function partNumbersOfColumns(body: readonly GridRow[], columns: readonly number[]): readonly GridRow[] {
  const parted = new Map<TableCell, TableCell>()
  for (const at of columns) {
    const cells = [...new Set(body.map((row) => row[at]))].flatMap((cell) =>
      cell && cell.text.text !== '' ? [cell] : [],
    )
    const texts = partSequence(
      cells.map(({ text }) => text),
      () => true,
    )
    for (const [index, cell] of cells.entries()) {
      const text = texts[index]
      if (text && text !== cell.text) parted.set(cell, { ...cell, text })
    }
  }
  if (parted.size === 0) return body
  return body.map((row) => row.map((cell) => (cell && parted.get(cell)) ?? cell))
}

/** The same for lines; a line may begin with a decimal where the one above it is not closed. */
export function partNumbersOfLines(lines: readonly (VisualLine | TableBlock)[]): (VisualLine | TableBlock)[] {
  const texts = lines.map((line) => (line.kind === 'text' ? line.text : null))
  const isBehindClosed = (index: number) => /(?:[。；;！!]|^)\s*$/.test(texts[index - 1]?.text ?? '')
  const parted = partSequence(texts, isBehindClosed)
  return lines.map((line, index) => {
    const text = parted[index]
    return line.kind === 'text' && text ? { ...line, text } : line
  })
}

/** The same within a text: 1.晨检；2.12345工单. Short decimals stay, for there is nothing but the sign in front of them. */
export function partNumbersWithin(whole: TracedText): TracedText {
  if (!/[。；;！!？?：:\n]\s{0,4}\d{1,2}[.．]\d{3}/.test(whole.text)) return whole
  const kept: TracedText[] = []
  let from = 0
  let last = readMark(whole.text, 0)
  for (const { index, 0: opening } of whole.text.matchAll(/(?<=[。；;！!？?：:\n]\s{0,4})\d{1,2}(?:[.．、]\s*)/g)) {
    const glued = gluedAt(whole.text.slice(index, index + GLUED), last, null, false)
    if (glued) {
      kept.push(slice(whole, from, index + opening.length))
      from = index + opening.length
    }
    last = glued ?? readMark(whole.text, index) ?? last
  }
  return kept.length === 0 ? whole : concat([...kept, slice(whole, from)], ' ')
}

function partSequence(
  texts: readonly (TracedText | null)[],
  mayBeShort: (index: number) => boolean,
): (TracedText | null)[] {
  const marks = texts.map((text) => (text ? readMark(text.text, leading(text.text)) : null))
  let last: NumberMark | null = null
  return texts.map((text, index) => {
    if (!text) return null
    const at = leading(text.text)
    const opening = text.text.slice(at, at + GLUED)
    const glued = gluedAt(opening, last, marks[index + 1] ?? null, mayBeShort(index))
    last = glued ?? marks[index] ?? last
    return glued ? concat([slice(text, 0, at + glued.end), slice(text, at + glued.end)], ' ') : text
  })
}

/** Where neighbours on both sides count on, digits may be few: 3.5日内办结. */
function gluedAt(
  opening: string,
  before: NumberMark | null,
  behind: NumberMark | null,
  mayBeShort: boolean,
): NumberMark | null {
  const match = /^(\d{1,2})[.．](\d+)(?!\d)(?!\s*(?:[分倍元%％‰.．]|$))/.exec(opening)
  if (!match) return null
  const [, label = '', digits = ''] = match
  const value = Number(label)
  const isNext = before?.kind === 'arabic' && before.value === value - 1
  const isPrevious = behind?.kind === 'arabic' && behind.value === value + 1
  const counts = digits.length > 2 ? isNext || (value === 1 && isPrevious) : mayBeShort && isNext && isPrevious
  return counts ? { kind: 'arabic', value, label, end: label.length + 1 } : null
}

const GLUED = 24

function leading(text: string): number {
  return text.length - text.trimStart().length
}
