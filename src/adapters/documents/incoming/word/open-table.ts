import { attributeOf, isOn, type XmlAttributes } from '../../../office-package/xml-attributes.ts'
import type { WordCell, WordPassage, WordRow, WordTable } from './word-passage.ts'

export interface OpenTable {
  readonly openRow: () => void
  readonly closeRow: () => void
  readonly openCell: () => void
  readonly closeCell: (passages: readonly WordPassage[]) => void
  readonly property: (name: string, attributes: XmlAttributes, parent: string) => void
  readonly close: () => WordTable
}

export function openTable(): OpenTable {
  const widths: number[] = []
  const rows: WordRow[] = []
  let cells: WordCell[] = []
  let before = 0
  let isGone = false
  let span = 1
  let merge: WordCell['merge'] = 'none'
  let isPieceOfLeft = false

  const ofRow = (name: string, attributes: XmlAttributes) => {
    if (name === 'gridBefore') before = spanOf(attributes)
    else if (name === 'del') isGone = true
    else if (name === 'hidden') isGone ||= isOn(attributes)
  }
  const ofCell = (name: string, attributes: XmlAttributes) => {
    const value = attributeOf(attributes, 'val')
    if (name === 'gridSpan') span = Math.max(1, spanOf(attributes))
    else if (name === 'vMerge') merge = value === 'restart' ? 'begins' : 'goes-on'
    else if (name === 'hMerge') isPieceOfLeft = value !== 'restart'
  }

  return {
    openRow: () => {
      cells = []
      before = 0
      isGone = false
    },
    closeRow: () => {
      if (!isGone && cells.length > 0) rows.push({ before, cells })
    },
    openCell: () => {
      span = 1
      merge = 'none'
      isPieceOfLeft = false
    },
    closeCell: (passages) => {
      cells.push({ span, merge, isPieceOfLeft, passages })
    },
    property: (name, attributes, parent) => {
      if (parent === 'tblGrid' && name === 'gridCol') widths.push(twipsOf(attributeOf(attributes, 'w')))
      else if (parent === 'trPr') ofRow(name, attributes)
      else if (parent === 'tcPr') ofCell(name, attributes)
    },
    close: () => ({ kind: 'table', widths, rows }),
  }
}

/** More columns than any table has: what a damaged file says must not cost time. */
const MOST_COLUMNS = 1000

function spanOf(attributes: XmlAttributes): number {
  const span = Number(attributeOf(attributes, 'val') ?? '0')
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_COLUMNS) : 0
}

const TWIPS: Readonly<Record<string, number>> = { pt: 20, pc: 240, pi: 240, in: 1440, cm: 567, mm: 56.7 }

/** `2268`, or with a unit as strict files have it: `4cm`. */
function twipsOf(written: string | null): number {
  const [, number = '0', unit = ''] = /^([\d.]+)([a-z]*)$/u.exec(written ?? '') ?? []
  return Number(number) * (TWIPS[unit] ?? 1)
}
