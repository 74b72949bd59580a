import type { DocumentCell } from '../../../../core/document/document-table.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'
import type { CellLook } from './cell-style.ts'
import type { LineCell } from './sheet-line.ts'

/** How a cell is set, with what its content itself asks for; the same object where that is nothing, as of most cells. */
export function lookOf({ look, content }: LineCell): CellLook {
  if (content.kind === 'text') return formatted(look, textFormat(content.text))
  if (content.kind !== 'cell') return formatted(look, 'general')
  const { cell } = content
  const own = formatted(look, formatOf(cell))
  const { isStrong = own.isStrong, tone = own.tone, align = own.align } = cell
  const stands = cell.kind === 'pictures' ? 'bottom' : own.stands
  if (isStrong === own.isStrong && tone === own.tone && align === own.align && stands === own.stands) return own
  return { ...own, isStrong, tone, align, stands, indent: align === 'right' ? own.indent : 0 }
}

function formatOf(cell: DocumentCell): CellLook['format'] {
  switch (cell.kind) {
    case 'points':
      return cell.isSigned ? 'signed' : 'points'
    case 'count':
      return 'count'
    case 'date':
      return 'date'
    case 'text':
      return textFormat(cell.text)
    case 'pictures':
    case 'lines':
    case 'blank':
      return 'general'
    default:
      return unreachable(cell)
  }
}

function formatted(look: CellLook, format: CellLook['format']): CellLook {
  return look.format === format ? look : { ...look, format }
}

/** What Excel would read as something else, were it typed again; older Excels show ### for long texts in this format. */
function textFormat(text: string): CellLook['format'] {
  return text.length < 255 && /^[=+\-@\d.]/u.test(text) ? 'text' : 'general'
}
