import type { TableBlock } from './block.ts'
import type { VisualLine } from './line-reader.ts'
import { readMark } from './numbering.ts'
import { hasPrice } from './price-words.ts'
import { isHeadingLike, readSectionHeading } from './section-heading.ts'
import { concat, trim, type TracedText } from './traced-text.ts'
import { startsAttachment, startsNote } from './wrapped-lines.ts'

type Line = VisualLine | TableBlock
type Row = Extract<VisualLine, { kind: 'row' }>

/**
 * A table saved as text breaks its rows where a cell has several lines. Lines directly between two rows go back to
 * where they came from: rules to the last cell above, the beginning of a name to the first cell below.
 */
export function mendRows(lines: readonly Line[]): Line[] {
  const mended: Line[] = []
  let at = 0
  let width = 0
  while (at < lines.length) {
    const line = lines.at(at)!
    const above = mended.at(-1)
    if (line.kind === 'row') {
      if (above?.kind !== 'row') width = line.cells.length
      if (above?.kind === 'row' && completes(above, line, width)) mended.splice(-1, 1, joinRows(above, line))
      else mended.push(line)
      at += 1
      continue
    }
    if (line.kind !== 'text' || above?.kind !== 'row') {
      mended.push(line)
      at += 1
      continue
    }
    const between: Extract<VisualLine, { kind: 'text' }>[] = []
    for (let next = lines[at]; next?.kind === 'text'; next = lines[at + between.length]) between.push(next)
    at += between.length
    const below = lines[at]
    if (below?.kind !== 'row' || between.length > MOST_LINES || between.some(standsAlone)) {
      for (const text of between) mended.push(text)
      continue
    }
    const texts = between.map(({ text }) => trim(text))
    const names = below.cells[0]?.text.trim() === '' ? [] : texts.slice(texts.findLastIndex(isRuleText) + 1)
    const rules = texts.slice(0, texts.length - names.length)
    if (rules.length > 0) mended.splice(-1, 1, withLastCell(above, rules))
    if (names.length > 0) mended.push({ kind: 'row', cells: withFirstCell(below, names) })
    if (names.length > 0) at += 1
  }
  return mended
}

const MOST_LINES = 40

/** A row that lacks columns, and one that begins in the middle of a cell and has as many as are lacking. */
function completes(above: Row, below: Row, width: number): boolean {
  const first = below.cells[0]
  if (!first || above.cells.length >= width || above.cells.length + below.cells.length - 1 > width) return false
  return isRuleText(trim(first))
}

function joinRows(above: Row, below: Row): Row {
  const [first, ...others] = below.cells
  const last = above.cells.at(-1)
  const joined = first && last ? [concat([trim(last), trim(first)], '\n')] : []
  return { kind: 'row', cells: [...above.cells.slice(0, -1), ...joined, ...others] }
}

/** Headings with points, notes and Markdown are no parts of cells. */
function standsAlone({ text, level, own, mark }: Extract<VisualLine, { kind: 'text' }>): boolean {
  const wording = text.text.trim()
  if (level > 0 || own || mark !== null || /^[#|>]/.test(wording)) return true
  if (startsNote(wording) || startsAttachment(wording)) return true
  return isHeadingLike(wording) && readSectionHeading(text).points !== null
}

function isRuleText({ text }: TracedText): boolean {
  const mark = readMark(text, 0)
  return hasPrice(text) || text.length > 16 || /[。；;，,]/.test(text) || (mark !== null && mark.kind !== 'han')
}

function withLastCell(row: Row, lines: readonly TracedText[]): Row {
  const last = row.cells.findLastIndex((cell) => cell.text.trim() !== '')
  const cells = row.cells.map((cell, at) => (at === last ? concat([trim(cell), ...lines], '\n') : cell))
  return { kind: 'row', cells }
}

function withFirstCell({ cells }: Row, lines: readonly TracedText[]): TracedText[] {
  return cells.map((cell, at) => (at === 0 ? concat([...lines, trim(cell)], '\n') : cell))
}
