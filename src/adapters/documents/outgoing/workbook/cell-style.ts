import type ExcelJS from 'exceljs'
import type { Tone } from '../../../../core/document/tone.ts'

export type CellStyle = Partial<ExcelJS.Style>

/** What decides how a cell is set. Styles of one look are one object, because the library compares them by identity. */
export interface CellLook {
  readonly face: 'text' | 'head' | 'title' | 'issuer'
  readonly size: number
  readonly isStrong: boolean
  readonly tone: Tone | null
  readonly align: 'left' | 'center' | 'right'
  readonly stands: 'top' | 'middle' | 'bottom'
  readonly lines: 'none' | 'grid' | 'rules' | 'ends' | 'red-below' | 'below'
  readonly format: keyof typeof FORMATS
  readonly indent: number
}

export const PLAIN: CellLook = {
  face: 'text',
  size: 10.5,
  isStrong: false,
  tone: null,
  align: 'left',
  stands: 'middle',
  lines: 'none',
  format: 'text',
  indent: 0,
}

/** 17 and 17.5, never 17.0; the minus is the true sign, as everywhere. */
const FORMATS = {
  text: '@',
  general: 'General',
  points: 'General;"−"General;General',
  signed: '"+"General;"−"General;General',
  count: '0',
  date: 'yyyy-mm-dd',
} as const

/** Faces that every office has; the first is what a Chinese Excel itself begins with. */
const FACES = { text: '宋体', head: '黑体', title: '宋体', issuer: '宋体' } as const

const TONES: Readonly<Record<Tone, string>> = {
  lost: 'FFB02E1B',
  gained: 'FF43683A',
  open: 'FF855207',
  dismissed: 'FF6F6A61',
}

const RED = 'FFC00000'
const thin = (argb: string) => ({ style: 'thin', color: { argb } }) as const
const GRID = thin('FF4F4B43')
const RULE = thin('FFC6BDA9')
const INK = { style: 'medium', color: { argb: 'FF1B1A17' } } as const

const BORDERS: Readonly<Record<CellLook['lines'], Partial<ExcelJS.Borders>>> = {
  none: {},
  grid: { top: GRID, left: GRID, bottom: GRID, right: GRID },
  rules: { top: RULE, bottom: RULE },
  ends: { top: INK, bottom: INK },
  'red-below': { bottom: { style: 'thick', color: { argb: RED } } },
  below: { bottom: GRID },
}

/** By what the look is told by: most cells of a table differ in nothing else. */
export function cellStyles(): (look: CellLook) => CellStyle {
  const made = new Map<string, CellStyle>()
  return (look) => {
    const { face, size, isStrong, tone, align, stands, lines, format, indent } = look
    const key = `${face}${size}${isStrong}${tone}${align}${stands}${lines}${format}${indent}`
    const found = made.get(key)
    if (found) return found
    const style = styleOf(look)
    made.set(key, style)
    return style
  }
}

function styleOf(look: CellLook): CellStyle {
  const color = look.face === 'issuer' ? RED : look.tone === null ? 'FF1B1A17' : TONES[look.tone]
  return {
    numFmt: FORMATS[look.format],
    font: {
      name: FACES[look.face],
      size: look.size,
      bold: look.isStrong || look.face === 'title' || look.face === 'issuer',
      color: { argb: color },
    },
    alignment: { horizontal: look.align, vertical: look.stands, wrapText: true, indent: look.indent },
    border: BORDERS[look.lines],
  }
}
