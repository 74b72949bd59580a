import { columnOf } from '../../../office-package/workbook/cell-reference.ts'
import { cellValue, type CellBook, type CellValue } from './cell-value.ts'
import type { PackageParts } from '../../../office-package/open-package.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'

export interface SheetRow {
  readonly row: number
  /** From column A on; empty where nothing is written. No row has cells behind its last filled one. */
  readonly cells: readonly CellValue[]
}

export interface SheetReading {
  readonly rows: AsyncIterable<readonly SheetRow[]>
  /** `A1:C1`, the first thousand; known once all rows were read: the sheet names them behind its rows. */
  readonly merged: readonly string[]
}

/** The rows of a sheet that hold anything. Halts where the sheet is not what it should be. */
export function readSheet(parts: PackageParts, part: string, book: CellBook): SheetReading {
  const merged: string[] = []
  let batch: SheetRow[] = []
  let row = 0
  let column = 0
  let cells: CellValue[] = []
  let type = ''
  let style = 0
  let value: string | null = null
  let inline: string | null = null
  let hasFormula = false
  let reading: 'value' | 'inline' | null = null
  let phonetic = 0

  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'c') {
      column = columnOf(attributes['r']) ?? column + 1
      type = attributes['t'] ?? 'n'
      style = Number(attributes['s'] ?? '0')
      value = null
      inline = null
      hasFormula = false
    } else if (name === 'v') {
      value = ''
      reading = 'value'
    } else if (name === 't' && phonetic === 0) {
      inline ??= ''
      reading = 'inline'
    } else if (name === 'f') hasFormula = true
    else if (name === 'rPh') phonetic += 1
    else if (name === 'row') {
      const next = Number(attributes['r'] ?? row + 1)
      if (!(next > row && next <= LAST_ROW)) parts.damaged(part, `第 ${row} 行之后的行号不对`)
      row = next
      column = 0
      cells = []
    } else if (name === 'mergeCell' && merged.length < MOST_MERGED) merged.push(attributes['ref'] ?? '')
  }
  const text = (piece: string) => {
    if (reading === 'value') value += piece
    else if (reading === 'inline') inline += piece
  }
  const close = (name: string) => {
    if (name === 'v' || name === 't') reading = null
    else if (name === 'rPh') phonetic -= 1
    else if (name === 'c') {
      const read = cellValue({ type, style, value, inline, hasFormula }, book)
      if (read === null || column > LAST_COLUMN) return parts.damaged(part, `第 ${row} 行第 ${column} 列的值不对`)
      if (read.text === '' && read.fault === null) return
      while (cells.length < column - 1) cells.push(EMPTY)
      cells[column - 1] = read
    } else if (name === 'row' && cells.length > 0) batch.push({ row, cells })
  }
  const rows = async function* () {
    for await (const _ of xmlEvents(parts, part, { open, text, close })) {
      const read = batch
      batch = []
      if ((inline?.length ?? 0) > LONGEST_TEXT) parts.damaged(part, `第 ${row} 行有过长的文字`)
      if (read.length > 0) yield read
    }
    if (batch.length > 0) yield batch
  }
  return { rows: rows(), merged }
}

const EMPTY: CellValue = { text: '', fault: null }
/** Characters; a sheet takes 32,767. */
const LONGEST_TEXT = 1 << 20
const MOST_MERGED = 1000
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
