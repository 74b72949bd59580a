import { unreachable } from '../../../../core/kernel/unreachable.ts'
import type { CellFont } from './cell-style.ts'
import { cellWords } from './cell-words.ts'

/** What a cell holds, as the file of a sheet says it; numbers of dates count as Excel counts days. */
export type CellValue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'pieces'; readonly pieces: readonly { readonly text: string; readonly font: CellFont }[] }
  | { readonly kind: 'number'; readonly value: number; readonly formula: string | null }

/** `place` as `B7`; `style` is the number of a style of the book. */
export function cellMarkup(place: string, style: number, value: CellValue): string {
  const start = `<c r="${place}" s="${style}"`
  switch (value.kind) {
    case 'nothing':
      return emptyCell(place, style)
    case 'words':
      return value.text === ''
        ? emptyCell(place, style)
        : `${start} t="str"><v>${markupOf(cellWords(value.text))}</v></c>`
    case 'pieces':
      return `${start} t="inlineStr"><is>${value.pieces.map(pieceMarkup).join('')}</is></c>`
    case 'number':
      return value.formula === null
        ? `${start}><v>${value.value}</v></c>`
        : `${start}><f>${markupOf(value.formula)}</f><v>${value.value}</v></c>`
    default:
      return unreachable(value)
  }
}

/** Only its lines are drawn. */
export function emptyCell(place: string, style: number): string {
  return `<c r="${place}" s="${style}"/>`
}

function pieceMarkup({ text, font }: { readonly text: string; readonly font: CellFont }): string {
  const { name, size, bold, color } = font
  const face = `<rPr>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${color.argb}"/><rFont val="${name}"/></rPr>`
  return `<r>${face}<t xml:space="preserve">${markupOf(cellWords(text))}</t></r>`
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function markupOf(text: string): string {
  return /[&<>]/u.test(text) ? text.replaceAll(/[&<>]/gu, (sign) => NAMED[sign] ?? sign) : text
}
