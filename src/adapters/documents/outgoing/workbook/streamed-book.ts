/* oxlint-disable no-underscore-dangle -- the writer's own names for what it does not offer */
/**
 * exceljs's streaming writer makes the package, the styles and what stands round the rows of a sheet. The rows are our own text:
 * its objects for rows and cells cost three times as much. So are pictures on a sheet, the same bytes for the same document, merged
 * cells without comparing each with each, and waiting for the disk. It reaches into the writer (exceljs 4.4, whose last
 * release that is), and stops at once where what it reaches for is not there.
 */
import ExcelJS from 'exceljs'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import type { CellStyle } from './cell-style.ts'
import { drawingText, relationsText, type SheetPicture } from './drawing-text.ts'

export interface StreamedBook {
  /** Under which number cells name this style. */
  readonly addStyle: (style: CellStyle) => number
  /** Under which number pictures of sheets name this one. */
  readonly addPicture: (bytes: Uint8Array, extension: 'jpeg' | 'png') => number
  /** Columns in the widths of Excel. */
  readonly addSheet: (
    name: string,
    widths: readonly number[],
    options: Partial<ExcelJS.AddWorksheetOptions>,
  ) => StreamedSheet
  /** Ends the file. Throws what the disk answered, as `drained` does. */
  readonly close: () => Promise<void>
  /** Lets go of the file, whatever is still on its way. */
  readonly abandon: () => Promise<void>
}

export interface StreamedSheet {
  /** The next row, as the file says it. False where the disk is behind, so that who writes waits for `drained`. */
  readonly write: (row: string) => boolean
  readonly merge: (range: string) => void
  /** A page ends after this row when printed. */
  readonly breakAfter: (row: number) => void
  /** Returns when what the sheet was given has gone on to the file, but for a few rows. */
  readonly drained: () => Promise<void>
  /** After all rows, with what of them can be filtered. */
  readonly close: (filter: string | null, pictures: readonly SheetPicture[]) => Promise<void>
}

type Append = (source: unknown, entry: { name: string; date: Date }, done: () => void) => void

interface Inner {
  readonly zip: {
    readonly _module: { append: Append }
    readonly append: (source: unknown, entry: { name: string }) => void
    readonly abort: () => void
  }
  readonly styles: { readonly addStyleModel: (style: CellStyle) => number }
  readonly media: readonly { readonly name: string }[]
  _openStream: (name: string) => SheetPart
}

/** What a sheet of the library writes to; its own, with no measure of what waits, holds a whole sheet in memory. */
interface SheetPart {
  readonly bytes: PassThrough
  readonly write: (text: string | { readonly toBuffer: () => Buffer }) => boolean
  readonly end: () => void
  readonly pause: () => void
}

interface InnerSheet {
  readonly id: number
  readonly stream: SheetPart
  startedData: boolean
  readonly rowBreaks: { push: (mark: { id: number; max: number; man: number }) => void }
  readonly _merges: { push: (range: { toString: () => string }) => void }
  readonly _sheetRelsWriter: { addRelationship: (wish: { Type: string; Target: string }) => string }
  readonly _writeColumns: () => void
  readonly _writeOpenSheetData: () => void
  readonly _write: (text: string) => void
  _writeLegacyData: () => void
}

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml'
const DRAWING_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing'

/** Every part of the file is dated so, whenever it is made. */
const PART_DATE = new Date(Date.UTC(1980, 0, 1))

/** In signs: what of the rows is handed on together. */
const HANDED_ON = 16_384
/** In bytes: what may wait for the disk before the writer does. */
const WAITING = 131_072

export function openStreamedBook(path: string, made: Date): StreamedBook {
  const file = createWriteStream(path, { flags: 'wx' })
  const failed = once(file, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => {})
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false })
  Object.assign(writer, { created: made, modified: made, creator: '明衡', lastModifiedBy: '明衡' })
  const inner = writer as unknown as Inner
  const { zip, media, styles } = inner
  inner._openStream = (name) => {
    const bytes = new PassThrough({ highWaterMark: WAITING })
    zip.append(bytes, { name })
    return {
      bytes,
      write: (text) => bytes.write(typeof text === 'string' ? text : text.toBuffer()),
      end: () => bytes.end(),
      pause: () => {},
    }
  }
  const drawn: number[] = []
  const append = zip._module.append.bind(zip._module)
  zip._module.append = (source, entry, done) => {
    const isTypes = entry.name === '[Content_Types].xml' && source instanceof Uint8Array
    append(isTypes ? withDrawings(source, drawn) : source, { ...entry, date: PART_DATE }, done)
  }
  return {
    addStyle: (style) => styles.addStyleModel(style),
    addPicture: (bytes, extension) => {
      const buffer: unknown = Buffer.from(bytes)
      return writer.addImage({ buffer: buffer as ExcelJS.Buffer, extension })
    },
    addSheet: (name, widths, options) => {
      const sheet = writer.addWorksheet(name, options)
      sheet.columns = widths.map((width) => ({ width }))
      return streamedSheet(sheet)
    },
    close: () => Promise.race([writer.commit(), failed]),
    abandon: async () => {
      zip.abort()
      file.destroy()
      if (!file.closed) await once(file, 'close')
    },
  }

  function streamedSheet(sheet: ExcelJS.Worksheet): StreamedSheet {
    const inner = sheet as unknown as InnerSheet
    let held = ''
    return {
      write: (row) => {
        held += row
        return held.length < HANDED_ON || handOn()
      },
      merge: (range) => inner._merges.push({ toString: () => range }),
      breakAfter: (row) => inner.rowBreaks.push({ id: row, max: 16_383, man: 1 }),
      drained,
      close: async (filter, pictures) => {
        handOn()
        if (filter !== null) sheet.autoFilter = filter
        setPictures(pictures)
        sheet.commit()
        await drained()
      },
    }

    function handOn(): boolean {
      if (!inner.startedData) {
        inner._writeColumns()
        inner._writeOpenSheetData()
        inner.startedData = true
      }
      const text = held
      held = ''
      return inner.stream.write(text)
    }

    async function drained() {
      const { bytes } = inner.stream
      if (bytes.writableNeedDrain) await Promise.race([once(bytes, 'drain'), failed])
    }

    function setPictures(pictures: readonly SheetPicture[]) {
      if (pictures.length === 0) return
      const name = `drawing${inner.id}.xml`
      const target = `../drawings/${name}`
      const relation = inner._sheetRelsWriter.addRelationship({ Type: DRAWING_RELATION, Target: target })
      inner._writeLegacyData = () => inner._write(`<drawing r:id="${relation}"/>`)
      drawn.push(inner.id)
      zip.append(drawingText(pictures), { name: `xl/drawings/${name}` })
      zip.append(relationsText(pictures, media), { name: `xl/drawings/_rels/${name}.rels` })
    }
  }
}

function withDrawings(types: Uint8Array, drawn: readonly number[]): Uint8Array {
  const lines = drawn.map((id) => `<Override PartName="/xl/drawings/drawing${id}.xml" ContentType="${DRAWING_TYPE}"/>`)
  return Buffer.from(
    Buffer.from(types)
      .toString('utf8')
      .replace('</Types>', `${lines.join('')}</Types>`),
  )
}
