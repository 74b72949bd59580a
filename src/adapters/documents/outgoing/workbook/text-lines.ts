import { PLAIN, type CellLook } from './cell-style.ts'
import { widthOf, type GridSpan, type SheetGrid } from './sheet-grid.ts'
import type { LineCell, SheetLine } from './sheet-line.ts'
import { textHeight } from './text-height.ts'

/** One text over the whole width; a very long one goes on in further rows, because a row of Excel ends at 409 points. */
export function textLines(text: string, grid: SheetGrid, look: Partial<CellLook>): SheetLine[] {
  const whole = { from: 0, to: grid.widths.length }
  const full = { ...PLAIN, ...look }
  const pixels = widthOf(grid, whole) - full.indent * 9
  return piecesOf(text, full.size, pixels).map((part) => ({
    cells: [cellOf(part, whole, full)],
    height: textHeight(part, full.size, pixels) + (full.size > 14 ? 12 : 5),
  }))
}

function piecesOf(text: string, size: number, pixels: number): string[] {
  if (textHeight(text, size, pixels) < 390) return [text]
  const middle = Math.floor(text.length / 2)
  const stop = text.slice(middle).search(/[。；\n]/u)
  const at = stop < 0 ? middle : middle + stop + 1
  if (at >= text.length) return [text]
  return [...piecesOf(text.slice(0, at), size, pixels), ...piecesOf(text.slice(at), size, pixels)]
}

export function sideBySide(
  texts: readonly string[],
  spans: readonly GridSpan[],
  grid: SheetGrid,
  size = 10.5,
): SheetLine {
  const cells = texts.map((text, i) => cellOf(text, spans[i] ?? { from: 0, to: 1 }, { ...PLAIN, size }))
  const heights = texts.map((text, i) => textHeight(text, size, widthOf(grid, spans[i] ?? { from: 0, to: 1 })))
  return { cells, height: Math.max(...heights) + 5 }
}

export function gap(height: number): SheetLine {
  return { cells: [], height }
}

function cellOf(text: string, span: GridSpan, look: CellLook): LineCell {
  return { ...span, lines: 1, look, content: { kind: 'text', text } }
}
