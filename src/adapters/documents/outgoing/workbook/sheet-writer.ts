import type ExcelJS from 'exceljs'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import { lookOf } from './cell-look.ts'
import { cellMarkup, emptyCell } from './cell-markup.ts'
import type { CellLook } from './cell-style.ts'
import { cellValue } from './cell-value.ts'
import { columnLetters } from './column-letters.ts'
import type { SheetPicture } from './drawing-text.ts'
import { columnAt, setSideBySide } from './set-pictures.ts'
import { widthOf, type GridSpan } from './sheet-grid.ts'
import { linePictures, type LinePictures, type SheetLine } from './sheet-line.ts'
import type { StreamedBook } from './streamed-book.ts'
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
  readonly styleOf: (look: CellLook) => number
  readonly mediaOf: (picture: DocumentPicture) => Promise<number | null>
}

export interface SheetWish {
  readonly name: string
  /** In pixels. */
  readonly widths: readonly number[]
  readonly options: Partial<ExcelJS.AddWorksheetOptions>
}

const GONE = '（图片已不在）'
const NO_WORDS: readonly string[] = []

export function openSheet(context: BookContext, { name, widths, options }: SheetWish): SheetWriter {
  const { book, styleOf } = context
  const columns = widths.map((pixels) => Math.max(1, (pixels - 5) / 7))
  const sheet = book.addSheet(name, columns, options)
  const letters = widths.map((_, at) => columnLetters(at))
  const pictures: SheetPicture[] = []
  let next = 1
  return {
    name,
    next: () => next,
    put: async (line) => {
      const at = next++
      if (line.isBrokenBefore && at > 1) sheet.breakAfter(at - 1)
      const height = line.height === null ? '' : ` ht="${Math.round(line.height * 4) / 4}" customHeight="1"`
      const place = { sheet: name, row: at, places: context.places }
      let text = `<row r="${at}"${height}>`
      for (const cell of line.cells) {
        const style = styleOf(lookOf(cell))
        const shown = linePictures(cell)
        const captions = shown ? await setPictures(shown, cell, at) : NO_WORDS
        text += cellMarkup(`${letters[cell.from]}${at}`, style, cellValue(cell, captions, place))
        if (cell.lines === 1 && cell.to - cell.from === 1) continue
        for (let column = cell.from + 1; column < cell.to; column++) text += emptyCell(`${letters[column]}${at}`, style)
        const range = `${letters[cell.from]}${at}:${letters[cell.to - 1]}${at + cell.lines - 1}`
        if (cell.content.kind !== 'nothing') sheet.merge(range)
      }
      if (!sheet.write(`${text}</row>`)) await sheet.drained()
    },
    close: (filter) => sheet.close(filter, pictures),
  }

  /** Answers what stands below each, and of one that is gone, that it is. */
  async function setPictures(shown: LinePictures, span: GridSpan, at: number): Promise<string[]> {
    const places = setSideBySide(shown.pictures, widthOf({ widths }, span), shown.height)
    const said: string[] = []
    for (const [i, picture] of shown.pictures.entries()) {
      const [media, place, words] = [await context.mediaOf(picture), places[i], picture.caption]
      said.push(...(shown.isCaptioned ? [words] : []), ...(media === null ? [GONE] : []))
      if (media === null || !place) continue
      pictures.push({ ...place, ...columnAt(widths, span.from, place.left), media, row: at - 1, words })
    }
    return said
  }
}
