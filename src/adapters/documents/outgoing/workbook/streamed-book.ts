/* oxlint-disable no-underscore-dangle -- the writer's own names for what it does not offer */
/**
 * What exceljs's streaming writer does not do by itself: pictures on a sheet, the same bytes for the same document, merged cells
 * without comparing each with each, and waiting for the disk. It reaches into the writer (exceljs 4.4, whose last release
 * that is), and stops at once where what it reaches for is not there.
 */
import ExcelJS from 'exceljs'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'

export interface StreamedBook {
  readonly writer: ExcelJS.stream.xlsx.WorkbookWriter
  readonly merge: (sheet: ExcelJS.Worksheet, range: string) => void
  /** Once the sheet has all its rows. */
  readonly setPictures: (sheet: ExcelJS.Worksheet, pictures: readonly SheetPicture[]) => void
  /** Returns when what the sheet was given has gone on to the file, but for a few rows. */
  readonly drained: (sheet: ExcelJS.Worksheet) => Promise<void>
  /** Ends the file. Throws what the disk answered, as `drained` does. */
  readonly close: () => Promise<void>
  /** Lets go of the file, whatever is still on its way. */
  readonly abandon: () => Promise<void>
}

/** Cells count from 0; offsets and sizes in pixels. `media` is what the writer's `addImage` gave. */
export interface SheetPicture {
  readonly media: number
  readonly column: number
  readonly row: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly words: string
}

type Append = (source: unknown, entry: { name: string; date: Date }, done: () => void) => void

interface Inner {
  readonly zip: {
    readonly _module: { append: Append }
    readonly append: (source: string, entry: { name: string }) => void
    readonly abort: () => void
  }
  readonly media: readonly { readonly name: string }[]
}

interface InnerSheet {
  readonly id: number
  readonly _merges: { push: (range: { toString: () => string }) => void }
  readonly _sheetRelsWriter: { addRelationship: (wish: { Type: string; Target: string }) => string }
  readonly stream: { readonly pipes: readonly Writable[] }
  _write: (text: string) => void
  _writeLegacyData: () => void
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006'
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Every part of the file is dated so, whenever it is made. */
const PART_DATE = new Date(Date.UTC(1980, 0, 1))

export function openStreamedBook(path: string, made: Date): StreamedBook {
  const file = createWriteStream(path, { flags: 'wx' })
  const failed = once(file, 'error').then(([error]) => Promise.reject(error))
  failed.catch(() => {})
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false })
  Object.assign(writer, { created: made, modified: made, creator: '明衡', lastModifiedBy: '明衡' })
  const { zip, media } = writer as unknown as Inner
  const drawn: number[] = []
  const append = zip._module.append.bind(zip._module)
  zip._module.append = (source, entry, done) => {
    const isTypes = entry.name === '[Content_Types].xml' && source instanceof Uint8Array
    append(isTypes ? withDrawings(source, drawn) : source, { ...entry, date: PART_DATE }, done)
  }
  return {
    writer,
    merge: (sheet, range) => innerOf(sheet)._merges.push({ toString: () => range }),
    setPictures: (sheet, pictures) => {
      if (pictures.length === 0) return
      const inner = innerOf(sheet)
      const name = `drawing${inner.id}.xml`
      const target = `../drawings/${name}`
      const relation = inner._sheetRelsWriter.addRelationship({ Type: `${RELATIONS}/drawing`, Target: target })
      inner._writeLegacyData = () => inner._write(`<drawing r:id="${relation}"/>`)
      drawn.push(inner.id)
      zip.append(drawingText(pictures), { name: `xl/drawings/${name}` })
      zip.append(relationsText(pictures, media), { name: `xl/drawings/_rels/${name}.rels` })
    },
    drained: async (sheet) => {
      for (const pipe of innerOf(sheet).stream.pipes)
        if (pipe.writableNeedDrain) await Promise.race([once(pipe, 'drain'), failed])
    },
    close: () => Promise.race([writer.commit(), failed]),
    abandon: async () => {
      zip.abort()
      file.destroy()
      if (!file.closed) await once(file, 'close')
    },
  }
}

function innerOf(sheet: ExcelJS.Worksheet): InnerSheet {
  return sheet as unknown as InnerSheet
}

function withDrawings(types: Uint8Array, drawn: readonly number[]): Uint8Array {
  const lines = drawn.map((id) => `<Override PartName="/xl/drawings/drawing${id}.xml" ContentType="${DRAWING_TYPE}"/>`)
  return Buffer.from(
    Buffer.from(types)
      .toString('utf8')
      .replace('</Types>', `${lines.join('')}</Types>`),
  )
}

function relationsText(pictures: readonly SheetPicture[], media: Inner['media']): string {
  const used = [...new Set(pictures.map(({ media }) => media))]
  const lines = used.map(
    (id) => `<Relationship Id="rId${id + 1}" Type="${RELATIONS}/image" Target="../media/${media[id]?.name ?? ''}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`
}

function drawingText(pictures: readonly SheetPicture[]): string {
  const anchors = pictures.map((picture, i) => anchorText(picture, i + 1)).join('')
  const spaces = `xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" xmlns:r="${RELATIONS}"`
  return `${HEAD}<xdr:wsDr ${spaces}>${anchors}</xdr:wsDr>`
}

function anchorText({ media, column, row, left, top, width, height, words }: SheetPicture, id: number): string {
  const from = `<xdr:col>${column}</xdr:col><xdr:colOff>${emu(left)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(top)}</xdr:rowOff>`
  const size = `cx="${emu(width)}" cy="${emu(height)}"`
  const name = `<xdr:cNvPr id="${id}" name="图片 ${id}" descr="${attribute(words)}"/>`
  const blip = `<xdr:blipFill><a:blip r:embed="rId${media + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`
  const shape = `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`
  const picture = `<xdr:pic><xdr:nvPicPr>${name}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>${blip}${shape}</xdr:pic>`
  return `<xdr:oneCellAnchor><xdr:from>${from}</xdr:from><xdr:ext ${size}/>${picture}<xdr:clientData/></xdr:oneCellAnchor>`
}

function emu(pixels: number): number {
  return Math.round(pixels * 9525)
}

function attribute(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
}
