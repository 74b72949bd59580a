import type { DocumentBlock } from '../../src/core/document/document-block.ts'
import type { DocumentCell, DocumentRow } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { formatPoints } from '../../src/core/kernel/points.ts'
import { signedText } from '../../src/core/scoring/points-text.ts'

/** What a document says, a line a block and a line a row with its cells apart by bars: for tests of what stands in it and what does not. */
export function documentText({ title, subtitle, blocks, closing, proof }: OfficialDocument): string {
  return [
    ...title,
    subtitle ?? '',
    ...blocks.flatMap(blockLines),
    ...(closing?.attachments ?? []),
    closing?.office ?? '',
    closing?.date ?? '',
    closing?.note ?? '',
    ...(closing?.copiesTo ?? []),
    ...proof.sentences,
  ].join('\n')
}

/** The rows of one table, each as its cells are printed. */
export function rowsOf({ blocks }: OfficialDocument, table: string): readonly (readonly string[])[] {
  const found = blocks.find((block) => block.kind === 'table' && block.table.id === table)
  if (found?.kind !== 'table' || typeof found.table.rows === 'function') throw new Error(`no table ${table}`)
  return found.table.rows.map(cellsOf)
}

function blockLines(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.pieces.map(({ text }) => text).join('')]
    case 'quote':
      return [block.text, block.place]
    case 'table':
      return [
        block.table.columns.map(({ name }) => name).join('|'),
        ...(typeof block.table.rows === 'function' ? [] : block.table.rows.map((row) => cellsOf(row).join('|'))),
        ...block.table.foot.map((row) => cellsOf(row).join('|')),
      ]
    case 'pictures':
      return block.pictures.map(({ caption }) => caption)
    case 'attachment':
      return [`${block.mark} ${block.title}`]
    case 'page-break':
      return []
    case 'addressees':
    case 'heading':
    case 'note':
      return [block.text]
  }
}

function cellsOf({ cells }: DocumentRow): readonly string[] {
  return cells.map((cell) => (cell === null ? '' : cellText(cell)))
}

function cellText(cell: DocumentCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'lines':
      return cell.lines.join(' ')
    case 'points':
      return cell.isSigned ? signedText(cell.points) : formatPoints(cell.points)
    case 'count':
      return String(cell.count)
    case 'date':
      return cell.date
    case 'pictures':
      return cell.pictures.map(({ caption }) => caption).join(' ')
    case 'blank':
      return ''
  }
}
