import type ExcelJS from 'exceljs'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import { cellLines } from '../../../../core/document/cell-text.ts'
import type { Formula } from '../../../../core/document/formula.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'
import { type CellLook, type cellStyles } from './cell-style.ts'
import { cellWords } from './cell-words.ts'
import { columnLetters } from './column-letters.ts'
import { formulaText } from './formula-text.ts'
import { columnAt, setSideBySide } from './set-pictures.ts'
import { widthOf, type GridSpan } from './sheet-grid.ts'
import { THUMBNAIL, type LineCell, type LineContent, type SheetLine } from './sheet-line.ts'
import type { SheetPicture, StreamedBook } from './streamed-book.ts'
import type { TablePlaces } from './table-place.ts'

export interface SheetWriter {
  readonly name: string
  /** The row that the next line becomes. */
  readonly next: () => number
  readonly put: (line: SheetLine) => Promise<void>
  /** With what of it can be filtered, as `A1:K100`. */
  readonly close: (filter: string | null) => Promise<void>
}

/** What all sheets of a book share. `mediaOf` is null where a picture is gone. */
export interface BookContext {
  readonly book: StreamedBook
  readonly places: TablePlaces
  readonly styles: ReturnType<typeof cellStyles>
  readonly mediaOf: (picture: DocumentPicture) => Promise<number | null>
}

export interface SheetWish {
  readonly name: string
  /** In pixels. */
  readonly widths: readonly number[]
  readonly options: Partial<ExcelJS.AddWorksheetOptions>
}

const GONE = '（图片已不在）'

/** How many lines go by before the writer waits for the disk. */
const BETWEEN_WAITS = 200

export function openSheet(context: BookContext, { name, widths, options }: SheetWish): SheetWriter {
  const { book, styles } = context
  const sheet = book.writer.addWorksheet(name, options)
  sheet.columns = widths.map((pixels) => ({ width: Math.max(1, (pixels - 5) / 7) }))
  const pictures: SheetPicture[] = []
  let next = 1
  return {
    name,
    next: () => next,
    put: async (line) => {
      const at = next++
      if (line.isBrokenBefore && at > 1) sheet.getRow(at - 1).addPageBreak()
      const row = sheet.getRow(at)
      if (line.height !== null) row.height = Math.round(line.height * 4) / 4
      for (const cell of line.cells) {
        const first = row.getCell(cell.from + 1)
        first.value = await valueOf(cell, at)
        const style = styles(lookOf(cell))
        for (let column = cell.from; column < cell.to; column++) row.getCell(column + 1).style = style
        const range = `${columnLetters(cell.from)}${at}:${columnLetters(cell.to - 1)}${at + cell.lines - 1}`
        if (cell.content.kind !== 'nothing' && (cell.lines > 1 || cell.to - cell.from > 1)) book.merge(sheet, range)
      }
      if (at > 1) sheet.getRow(at - 1).commit()
      if (at % BETWEEN_WAITS === 0) await book.drained(sheet)
    },
    close: async (filter) => {
      if (filter !== null) sheet.autoFilter = filter
      book.setPictures(sheet, pictures)
      sheet.commit()
      await book.drained(sheet)
    },
  }

  async function valueOf({ content, from, to, look }: LineCell, at: number): Promise<ExcelJS.CellValue> {
    switch (content.kind) {
      case 'nothing':
        return null
      case 'text':
        return cellWords(content.text)
      case 'pieces':
        return {
          richText: content.pieces.map(({ text, isStrong, tone }) => ({
            text: cellWords(text),
            font: styles({ ...look, isStrong, tone }).font ?? {},
          })),
        }
      case 'pictures':
        return (await setPictures(content.pictures, content.height, { from, to }, at)).includes(GONE) ? GONE : null
      case 'cell':
        return cellValue(content, { from, to }, at)
      default:
        return unreachable(content)
    }
  }

  async function cellValue(
    { cell, table }: Extract<LineContent, { kind: 'cell' }>,
    span: GridSpan,
    at: number,
  ): Promise<ExcelJS.CellValue> {
    const figure = (value: number, formula: Formula | null, isPoints: boolean) =>
      formula === null
        ? value
        : { formula: formulaText(formula, { table, sheet: name, row: at }, context.places, isPoints), result: value }
    switch (cell.kind) {
      case 'text':
      case 'lines':
        return cellWords(cellLines(cell).join('\n'))
      case 'points':
        return figure(cell.points / 100, cell.formula, true)
      case 'count':
        return figure(cell.count, cell.formula, false)
      case 'date':
        return new Date(`${cell.date}T00:00:00Z`)
      case 'pictures':
        return cellWords((await setPictures(cell.pictures, THUMBNAIL, span, at)).join('\n'))
      case 'blank':
        return null
      default:
        return unreachable(cell)
    }
  }

  /** Answers what stands below each, and of one that is gone, that it is. */
  async function setPictures(
    wished: readonly DocumentPicture[],
    height: number,
    span: GridSpan,
    at: number,
  ): Promise<string[]> {
    const places = setSideBySide(wished, widthOf({ widths }, span), height)
    const captions: string[] = []
    for (const [i, picture] of wished.entries()) {
      const [media, place, words] = [await context.mediaOf(picture), places[i], picture.caption]
      captions.push(words, ...(media === null ? [GONE] : []))
      if (media === null || !place) continue
      pictures.push({ ...place, ...columnAt(widths, span.from, place.left), media, row: at - 1, words })
    }
    return captions
  }
}

function lookOf({ look, content }: LineCell): CellLook {
  if (content.kind === 'text') return { ...look, format: textFormat(content.text) }
  if (content.kind !== 'cell') return { ...look, format: 'general' }
  const { cell } = content
  const own = {
    ...look,
    isStrong: cell.isStrong ?? look.isStrong,
    tone: cell.tone ?? look.tone,
    align: cell.align ?? look.align,
    indent: (cell.align ?? look.align) === 'right' ? look.indent : 0,
  }
  switch (cell.kind) {
    case 'points':
      return { ...own, format: cell.isSigned ? 'signed' : 'points' }
    case 'count':
      return { ...own, format: 'count' }
    case 'date':
      return { ...own, format: 'date' }
    case 'text':
      return { ...own, format: textFormat(cell.text) }
    case 'pictures':
      return { ...own, format: 'general', stands: 'bottom' }
    case 'lines':
    case 'blank':
      return { ...own, format: 'general' }
    default:
      return unreachable(cell)
  }
}

/** What Excel would read as something else, were it typed again; older Excels show ### for long texts in this format. */
function textFormat(text: string): CellLook['format'] {
  return text.length < 255 && /^[=+\-@\d.]/u.test(text) ? 'text' : 'general'
}
