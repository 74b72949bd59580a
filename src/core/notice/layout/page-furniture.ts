import type { TableBlock } from './block.ts'
import type { VisualLine } from './line-reader.ts'
import { withoutLeaders } from './leaders.ts'

type Line = VisualLine | TableBlock

/** Takes out what only the printed page needs: its number (— 3 —, 第3页 共8页), also between rows, and dotted leaders. */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  return lines
    .filter((line) => !isPageNumber(line))
    .map((line) => (line.kind === 'text' ? { ...line, text: withoutLeaders(line.text) } : line))
}

function isPageNumber(line: Line): boolean {
  if (line.kind === 'table' || line.kind === 'blank') return false
  const cells = line.kind === 'text' ? [line.text] : line.cells
  const filled = cells.map(({ text }) => (text.length > LONGEST ? text : text.trim())).filter((text) => text !== '')
  return filled.length === 1 && PAGE_NUMBER.test(filled.at(0)!)
}

const LONGEST = 60

const PAGE_NUMBER =
  /^(?:[-—–－―─·•~]{1,3}\s{0,3}\d{1,3}\s{0,3}[-—–－―─·•~]{1,3}|第\s{0,2}\d{1,3}\s{0,2}页(?:[\s，,/（(]{0,3}共\s{0,2}\d{1,3}\s{0,2}页[)）]?)?|\d{1,3}\s?\/\s?\d{1,3})$/
