import type { DocumentCell } from '../../../../core/document/document-table.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'

/** A cell as its paragraphs: Word has no numbers in a table. Pictures have none. */
export function cellWords(cell: DocumentCell): readonly string[] {
  switch (cell.kind) {
    case 'text':
      return [cell.text]
    case 'lines':
      return cell.lines.length === 0 ? [''] : cell.lines
    case 'points':
      return [cell.isSigned && cell.points > 0 ? `+${formatPoints(cell.points)}` : formatPoints(cell.points)]
    case 'count':
      return [String(cell.count)]
    case 'date':
      return [cell.date]
    case 'blank':
      return ['']
    case 'pictures':
      return []
    default:
      return unreachable(cell)
  }
}

/** What of it must stay on one line. */
export function unbrokenWords(cell: DocumentCell): string {
  const isFigure = cell.kind === 'points' || cell.kind === 'count' || cell.kind === 'date'
  return isFigure ? (cellWords(cell)[0] ?? '') : ''
}
