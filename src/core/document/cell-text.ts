import type { PlainDate } from '../kernel/plain-date.ts'
import { formatPoints } from '../kernel/points.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { DocumentCell } from './document-table.ts'

/** What stands in a cell on paper, paragraph by paragraph; pictures say their captions, a blank says nothing. */
export function cellLines(cell: DocumentCell): readonly string[] {
  switch (cell.kind) {
    case 'text':
      return cell.text === '' ? [] : [cell.text]
    case 'lines':
      return cell.lines
    case 'points':
      return [pointsOnPaper(cell.points, cell.isSigned)]
    case 'count':
      return [String(cell.count)]
    case 'date':
      return [cell.date]
    case 'pictures':
      return cell.pictures.map(({ caption }) => caption)
    case 'blank':
      return []
    default:
      return unreachable(cell)
  }
}

/** 17, 17.5, −0.5, and +0.5 where a gain is to be signed. Of signed hundredths. */
export function pointsOnPaper(points: number, isSigned: boolean): string {
  return isSigned && points > 0 ? `+${formatPoints(points)}` : formatPoints(points)
}

/** As official letters write a day: 2021年3月1日. */
export function dateInWords(date: PlainDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}
