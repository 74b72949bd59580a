import { readFile } from 'node:fs/promises'
import type ExcelJS from 'exceljs'
import { packagePart } from './package-part.ts'
import { readPdf, wordsOf, type PdfText } from './read-pdf.ts'
import { opened } from './workbook-formulas.ts'

/** What a score sheet shows, in hundredths: a score for each section, in order, the total, and how many rows there are. */
export interface SheetFigures {
  readonly sections: readonly number[]
  readonly total: number
  readonly rows: number
  /** How many rows it says that it has. */
  readonly stated: number
}

type Found = Omit<SheetFigures, 'stated'>

/** A document says of each sheet how many rows it has, in the order of the sheets. */
function withStated(found: readonly Found[], text: string): SheetFigures[] {
  const stated = [...bare(text).matchAll(/本表共(\d+)行/gu)].map(([, rows]) => Number(rows))
  if (stated.length !== found.length) throw new Error(`${found.length} sheets, and ${stated.length} say their rows`)
  return found.map((one, at) => ({ ...one, stated: stated[at] ?? 0 }))
}

const ARITHMETIC = '本部分得分：'
const TOTAL = '合计'
/** A figure as it is printed: with the true minus, or the plus of a gain. */
const FIGURE = /^[−+-]?\d+(?:\.\d{1,2})?$/u

/** Every sheet of a document of Word, in order, from the text of `document.xml`. */
export async function figuresInWord(path: string): Promise<SheetFigures[]> {
  const xml = packagePart(await readFile(path), 'word/document.xml')
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? []
  const found = tables.flatMap((table) => {
    const rows = (table.match(/<w:tr[ >].*?<\/w:tr>/gsu) ?? []).map((row) =>
      (row.match(/<w:tc>.*?<\/w:tc>/gsu) ?? []).map((cell) =>
        [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(''),
      ),
    )
    return figuresInRows(rows)
  })
  return withStated(found, xml.replaceAll(/<[^>]+>/gu, ''))
}

/** Every sheet of a workbook, in order, as the cells stand. */
export async function figuresInWorkbook(path: string): Promise<SheetFigures[]> {
  const book = await opened(path)
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell((cell) => {
      if (cell.master === cell) cells.push(shown(cell))
    })
    rows.push(cells)
  })
  return withStated(figuresInRows(rows), rows.flat().join('\n'))
}

function shown({ value, result }: ExcelJS.Cell): string {
  const stood = typeof value === 'object' && value !== null && 'formula' in value ? (result ?? 0) : value
  if (typeof stood === 'number') return String(Math.round(stood * 100) / 100)
  if (typeof stood === 'string') return stood
  return typeof stood === 'object' && stood !== null && 'richText' in stood
    ? stood.richText.map(({ text }) => text).join('')
    : ''
}

/** From the head of each table to its total; a row of arithmetic ends with its score. */
function figuresInRows(rows: readonly (readonly string[])[]): Found[] {
  const found: Found[] = []
  let from = -1
  let sections: number[] = []
  for (const [at, cells] of rows.entries()) {
    if (cells.some((cell) => bare(cell) === '考核内容')) [from, sections] = [at, []]
    if (from < 0) continue
    if (cells.some((cell) => cell.startsWith(ARITHMETIC))) sections.push(lastFigure(cells))
    if (bare(cells[0] ?? '') !== TOTAL) continue
    found.push({ sections, total: lastFigure(cells), rows: at - from - 1 })
    from = -1
  }
  return found
}

function lastFigure(cells: readonly string[]): number {
  const figure = cells.findLast((cell) => cell.trim() !== '')?.trim() ?? ''
  if (!FIGURE.test(figure)) throw new Error(`no figure ends ${JSON.stringify(cells)}`)
  return hundredths(figure)
}

function hundredths(figure: string): number {
  return Math.round(Number(figure.replace('−', '-')) * 100)
}

/** Every sheet of a PDF, in order: what stands in the columns of marks and of scores, page by page, from top to bottom. */
export async function figuresInPdf(path: string): Promise<SheetFigures[]> {
  const found: Found[] = []
  let sections: number[] = []
  let marks = 0
  const pages = await readPdf(path)
  for (const { texts } of pages) {
    const totals = texts.filter(({ text }) => bare(text) === '合' || bare(text) === TOTAL)
    const scores = inColumn(texts, '得分')
    marks += inColumn(texts, '（加减）').length
    for (const { text, baseline } of scores) {
      const isTotal = totals.some((total) => Math.abs(total.baseline - baseline) < SAME_LINE)
      if (!isTotal) sections.push(hundredths(text))
      else {
        found.push({ sections, total: hundredths(text), rows: marks + sections.length })
        ;[sections, marks] = [[], 0]
      }
    }
  }
  return withStated(found, pages.map(wordsOf).join('\n'))
}

const SAME_LINE = 3

/** The figures below a head of the table, which is repeated on every page. */
function inColumn(texts: readonly PdfText[], head: string): PdfText[] {
  const heads = texts.filter(({ text }) => bare(text) === head)
  return texts
    .filter(({ text }) => FIGURE.test(text))
    .filter((one) => heads.some((above) => Math.abs(middle(above) - middle(one)) < SAME_COLUMN && isBelow(one, above)))
    .sort((one, other) => one.baseline - other.baseline)
}

const SAME_COLUMN = 3.5

function middle({ left, right }: PdfText): number {
  return (left + right) / 2
}

function isBelow(one: PdfText, head: PdfText): boolean {
  return one.baseline > head.baseline
}

/** pdf.js may give radicals for characters, and forms set spaces between the signs of a short word. */
function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll('(', '（').replaceAll(')', '）')
}
