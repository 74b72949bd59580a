import type { RecordFaultCode } from '../../../../core/records/record-faults.ts'
import { textOfXml } from '../../../office-package/workbook/cell-escapes.ts'
import { PLAIN, type CellFormat } from './cell-format.ts'
import { isTooLong, numberText } from '../../../office-package/workbook/number-text.ts'
import { clockText, serialDate } from '../../../office-package/workbook/serial-date.ts'

/** A cell as the sheet's XML has it. */
export interface WrittenCell {
  readonly type: string
  readonly style: number
  /** `<v>`; null where there is none. */
  readonly value: string | null
  /** The text of `<is>`; null where there is none. */
  readonly inline: string | null
  readonly hasFormula: boolean
}

export interface CellBook {
  readonly strings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly from1904: boolean
}

/** `text` as the sheet shows it; `fault` where it shows nothing that could be a value. Null: the workbook is damaged. */
export interface CellValue {
  readonly text: string
  readonly fault: Extract<RecordFaultCode, 'cell-error' | 'formula-empty' | 'number-too-long' | 'text-broken'> | null
}

export function cellValue(cell: WrittenCell, book: CellBook): CellValue | null {
  const { type, value, inline, hasFormula } = cell
  if (type === 'inlineStr') return textual(textOfXml(inline ?? value ?? ''))
  if (value === null || (value === '' && type !== 'str'))
    return { text: '', fault: hasFormula ? 'formula-empty' : null }
  switch (type) {
    case 's': {
      const text = book.strings[Number(value)]
      return text === undefined ? null : textual(text)
    }
    case 'str':
      return textual(textOfXml(value))
    case 'e':
      return { text: value, fault: 'cell-error' }
    case 'b':
      return fine(value === '1' || value === 'true' ? 'TRUE' : 'FALSE')
    case 'd':
      return fine(value.replace('T', ' ').replace(/(?:\.\d+)?Z?$/u, ''))
    default:
      return numeric(value, book.formats[cell.style] ?? PLAIN, book.from1904)
  }
}

function fine(text: string): CellValue {
  return { text, fault: null }
}

function textual(text: string): CellValue {
  return { text, fault: /\0|\p{Surrogate}/u.test(text) ? 'text-broken' : null }
}

function numeric(written: string, format: CellFormat, from1904: boolean): CellValue | null {
  const text = numberText(written)
  if (text === null) return null
  if (isTooLong(written)) return { text: written, fault: 'number-too-long' }
  switch (format.kind) {
    case 'plain':
      return fine(text)
    case 'padded':
      return fine(/^\d+$/u.test(text) ? text.padStart(format.digits, '0') : text)
    case 'elapsed':
      return fine(Number(text) < 0 ? text : clockText(Math.round(Number(text) * 86_400)))
    case 'date':
      return fine(dateText(Number(written), format, from1904) ?? text)
  }
}

/** A time that the format hides is kept, and so is the day of a time: they are what the source wrote. */
function dateText(
  serial: number,
  { hasDay, hasTime }: { readonly hasDay: boolean; readonly hasTime: boolean },
  from1904: boolean,
): string | null {
  const date = serialDate(serial, from1904)
  if (date === null) return null
  if (!hasDay && serial < 1) return date.time
  return hasTime || date.time !== '00:00:00' ? `${date.day} ${date.time}` : date.day
}
