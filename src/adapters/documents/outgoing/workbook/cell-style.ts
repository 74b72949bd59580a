import type ExcelJS from 'exceljs'
import type { Tone } from '../../../../core/document/tone.ts'

/** As the library takes it. */
export type CellStyle = Partial<ExcelJS.Style> & { readonly font: CellFont }

export interface CellFont {
  readonly name: string
  readonly size: number
  readonly bold: boolean
  readonly color: { readonly argb: string }
}

/** What decides how a cell is set. */
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
  format: 'general',
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

/** The number under which a book keeps the style of a look: most cells of a table differ in nothing else. */
export function styleNumbers(add: (style: CellStyle) => number): (look: CellLook) => number {
  const known = new Map<string, number>()
  const asked = new WeakMap<CellLook, number>()
  return (look) => {
    const again = asked.get(look)
    if (again !== undefined) return again
    const number = numberOf(look)
    asked.set(look, number)
    return number
  }

  function numberOf(look: CellLook): number {
    const { face, size, isStrong, tone, align, stands, lines, format, indent } = look
    const key = `${face}${size}${isStrong}${tone}${align}${stands}${lines}${format}${indent}`
    const found = known.get(key)
    if (found !== undefined) return found
    const number = add(styleOf(look))
    known.set(key, number)
    return number
  }
}

export function fontOf({ face, size, isStrong, tone }: CellLook): CellFont {
  const color = face === 'issuer' ? RED : tone === null ? 'FF1B1A17' : TONES[tone]
  return { name: FACES[face], size, bold: isStrong || face === 'title' || face === 'issuer', color: { argb: color } }
}

function styleOf(look: CellLook): CellStyle {
  return {
    numFmt: FORMATS[look.format],
    font: fontOf(look),
    alignment: { horizontal: look.align, vertical: look.stands, wrapText: true, indent: look.indent },
    border: BORDERS[look.lines],
  }
}
