import { cellLines } from '../../../../core/document/cell-text.ts'
import type { Formula } from '../../../../core/document/formula.ts'
import type { PlainDate } from '../../../../core/kernel/plain-date.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'
import type { CellValue } from './cell-markup.ts'
import { fontOf } from './cell-style.ts'
import { formulaText } from './formula-text.ts'
import type { LineCell } from './sheet-line.ts'
import type { TablePlaces } from './table-place.ts'

/** Where a cell comes to stand, and what of the book its formula may name. */
export interface ValuePlace {
  readonly sheet: string
  readonly row: number
  readonly places: TablePlaces
}

const NOTHING: CellValue = { kind: 'nothing' }

/** `captions` are the words below the pictures of a cell that shows some. */
export function cellValue({ content, look }: LineCell, captions: readonly string[], place: ValuePlace): CellValue {
  switch (content.kind) {
    case 'nothing':
      return NOTHING
    case 'text':
      return { kind: 'words', text: content.text }
    case 'pieces': {
      const pieces = content.pieces.map(({ text, isStrong, tone }) => ({
        text,
        font: fontOf({ ...look, isStrong, tone }),
      }))
      return { kind: 'pieces', pieces }
    }
    case 'pictures':
      return { kind: 'words', text: captions.join('\n') }
    case 'cell':
      break
    default:
      return unreachable(content)
  }
  const { cell, table } = content
  switch (cell.kind) {
    case 'text':
    case 'lines':
      return { kind: 'words', text: cellLines(cell).join('\n') }
    case 'points':
      return figure(cell.points / 100, cell.formula, { table, place, isPoints: true })
    case 'count':
      return figure(cell.count, cell.formula, { table, place, isPoints: false })
    case 'date':
      return { kind: 'number', value: dayNumber(cell.date), formula: null }
    case 'pictures':
      return { kind: 'words', text: captions.join('\n') }
    case 'blank':
      return NOTHING
    default:
      return unreachable(cell)
  }
}

interface Figure {
  readonly table: string
  readonly place: ValuePlace
  readonly isPoints: boolean
}

function figure(value: number, formula: Formula | null, { table, place, isPoints }: Figure): CellValue {
  if (formula === null) return { kind: 'number', value, formula: null }
  const { sheet, row, places } = place
  return { kind: 'number', value, formula: formulaText(formula, { table, sheet, row }, places, isPoints) }
}

/** Days as Excel counts them: 1 is the first of 1900, and there is one too many in that February. */
function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569
}
