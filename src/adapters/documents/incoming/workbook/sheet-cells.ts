import { columnOf } from '../../../office-package/workbook/cell-reference.ts'
import { textOfXml } from '../../../office-package/workbook/cell-escapes.ts'
import type { PackageParts } from '../../../office-package/open-package.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'
import type { DocumentLimits } from '../document-limits.ts'
import { haltIncoming } from '../incoming-halt.ts'
import { GENERAL } from './number-formats.ts'
import { shownNumber } from './shown-number.ts'

export interface SheetBook {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly from1904: boolean
}

/** `A1:C4`; all numbers count from one, ends included. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The cells of a sheet that show anything, hidden ones among them, and what is hidden. */
export interface SheetCells {
  /** By row, then by column. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly merged: readonly CellRange[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

export async function readSheetCells(
  parts: PackageParts,
  part: string,
  book: SheetBook,
  limits: DocumentLimits,
): Promise<SheetCells> {
  const rows = new Map<number, Map<number, string>>()
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Uint8Array(LAST_COLUMN + 1)
  const merged: CellRange[] = []
  let row = 0
  let column = 0
  let cell: OpenCell = NO_CELL
  let reading: 'value' | 'inline' | null = null
  let phonetic = 0
  let counted = 0

  const openRow = (attributes: Attributes) => {
    row = Number(attributes['r'] ?? row + 1)
    if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) parts.damaged(part, '的行号不对')
    column = 0
    if (isTrue(attributes['hidden'])) hiddenRows.add(row)
  }
  const closeCell = () => {
    const text = shownCell(cell, book)
    if (text === null || column > LAST_COLUMN) return parts.damaged(part, `第 ${row} 行第 ${column} 列的值不对`)
    if (text.trim() === '') return
    counted += 1
    if (counted > limits.cells) haltIncoming({ code: 'document-too-large', what: 'cells', limit: limits.cells })
    const known = rows.get(row) ?? new Map<number, string>()
    rows.set(row, known.set(column, text))
  }
  const open = (name: string, attributes: Attributes) => {
    if (name === 'row') openRow(attributes)
    else if (name === 'c') {
      column = columnOf(attributes['r']) ?? column + 1
      cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? '0'), value: null, inline: null }
    } else if (name === 'v') reading = 'value'
    else if (name === 't') reading = phonetic === 0 ? 'inline' : null
    else if (name === 'rPh') phonetic += 1
    else if (name === 'col' && isTrue(attributes['hidden']))
      hiddenColumns.fill(1, Number(attributes['min']), Number(attributes['max']) + 1)
    else if (name === 'mergeCell') {
      const range = rangeOf(attributes['ref'] ?? '')
      if (range !== null) merged.push(range)
      if (merged.length > limits.cells) haltIncoming({ code: 'document-too-large', what: 'cells', limit: limits.cells })
    }
  }
  const text = (piece: string) => {
    if (reading === 'value') cell.value = (cell.value ?? '') + piece
    else if (reading === 'inline') cell.inline = (cell.inline ?? '') + piece
  }
  const close = (name: string) => {
    if (name === 'v' || name === 't') reading = null
    else if (name === 'rPh') phonetic -= 1
    else if (name === 'c') closeCell()
  }
  for await (const _ of xmlEvents(parts, part, { open, text, close }));
  return {
    rows,
    merged,
    isHiddenRow: (at) => hiddenRows.has(at),
    isHiddenColumn: (at) => hiddenColumns[at] === 1,
  }
}

type Attributes = Readonly<Record<string, string>>

interface OpenCell {
  readonly type: string
  readonly style: number
  value: string | null
  inline: string | null
}

const NO_CELL: OpenCell = { type: 'n', style: 0, value: null, inline: null }
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Null where the workbook is damaged. */
function shownCell({ type, style, value, inline }: OpenCell, { strings, formats, from1904 }: SheetBook): string | null {
  if (type === 'inlineStr') return textOfXml(inline ?? value ?? '')
  if (value === null || value === '') return ''
  switch (type) {
    case 's':
      return strings[Number(value)] ?? null
    case 'str':
    case 'e':
      return textOfXml(value)
    case 'b':
      return isTrue(value) ? 'TRUE' : 'FALSE'
    case 'd':
      return value.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.\d+)?Z?$/u, '')
    default:
      return shownNumber(value, formats[style] ?? GENERAL, from1904)
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function rangeOf(reference: string): CellRange | null {
  const [from = '', to = from] = reference.split(':')
  const left = columnOf(from) ?? 0
  const right = columnOf(to) ?? 0
  const top = Number(/\d+$/u.exec(from)?.[0])
  const bottom = Number(/\d+$/u.exec(to)?.[0])
  if (!(left > 0 && right >= left && top > 0 && bottom >= top)) return null
  return { top, left, bottom: Math.min(bottom, LAST_ROW), right: Math.min(right, LAST_COLUMN) }
}
