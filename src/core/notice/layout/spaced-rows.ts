import type { TableBlock } from './block.ts'
import { namedRole } from './column-names.ts'
import type { VisualLine } from './line-reader.ts'
import { slice, type TracedText } from './traced-text.ts'

type Line = VisualLine | TableBlock

/**
 * A table copied from a page parts its cells by blanks: below a line of names, lines of as many cells are rows. A line
 * that is set in lacks its first cells, which are as above.
 */
export function withSpacedRows(lines: readonly Line[]): Line[] {
  let width = 0
  return lines.map((line, index): Line => {
    if (line.kind !== 'text' || line.level > 0 || line.mark !== null) {
      width = 0
      return line
    }
    const cells = cellsOf(line.text)
    if (isHeader(cells) && isParted(lines[index + 1])) width = cells.length
    const lacking = width - cells.length
    const isSetIn = /^\s{2}/.test(line.text.text)
    const isRow = width > 0 && cells.length > 1 && (lacking === 0 || (isSetIn && lacking > 0))
    if (!isRow) {
      width = 0
      return line
    }
    return { kind: 'row', cells: [...Array.from({ length: lacking }, () => slice(line.text, 0, 0)), ...cells] }
  })
}

const FEWEST = 3

function isHeader(cells: readonly TracedText[]): boolean {
  const named = cells.filter(({ text }) => namedRole(text) !== null).length
  return cells.length >= FEWEST && named * 2 > cells.length
}

function isParted(line: Line | undefined): boolean {
  return line?.kind === 'text' && cellsOf(line.text).length > 1
}

/** Blanks of one width part words, wider ones part cells. */
function cellsOf(line: TracedText): TracedText[] {
  const { text } = line
  if (text.length > LONGEST) return [line]
  return Array.from(text.matchAll(/\S+(?:[^\S\n]\S+)*/g), ({ 0: cell, index }) =>
    slice(line, index, index + cell.length),
  )
}

const LONGEST = 400
