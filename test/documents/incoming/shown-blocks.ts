import type { IncomingBlock, IncomingCell } from '../../../src/adapters/documents/incoming/incoming-block.ts'
import type { IncomingRead } from '../../../src/adapters/documents/incoming/incoming-fault.ts'

/** What was read, a line a block: `# heading`, `paragraph`, `a | b` for a row, `2x3 a` for a cell over two rows and three columns. */
export function shownBlocks(read: IncomingRead<readonly IncomingBlock[]>): readonly string[] {
  return read.ok ? read.value.flatMap(linesOf) : [`fault: ${read.fault.code}`]
}

function linesOf(block: IncomingBlock): readonly string[] {
  if (block.kind === 'unread') return [`unread: ${block.part.what}`]
  if (block.kind === 'table') return block.rows.map((row) => row.map(cellText).join(' | '))
  const text = block.pieces.map((piece) => piece.text).join('')
  return [block.kind === 'heading' ? `${'#'.repeat(block.level)} ${text}` : text]
}

function cellText({ rowSpan, colSpan, paragraphs }: IncomingCell): string {
  const text = paragraphs.map((pieces) => pieces.map((piece) => piece.text).join('')).join(' / ')
  return `${rowSpan > 1 || colSpan > 1 ? `${rowSpan}x${colSpan} ` : ''}${text}`
}
