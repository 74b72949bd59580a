import { positionOf } from './source-span.ts'

/**
 * Where something stands in the form that a notice was issued in. A reader of Word, PDF or Excel brings the document to one
 * text, and marks every piece of it with where it stood (`data-place`), so that a span of that text leads back into the form.
 * All numbers count from one. What a form does not have is null: Word knows no pages, Excel no lines.
 */
export interface SourcePlace {
  readonly page: number | null
  /** Of the page, or of the text where there are no pages. */
  readonly line: number | null
  /** Of the document, in the order of reading; tables within tables are counted where they begin. */
  readonly table: number | null
  readonly row: number | null
  /** As the form's own grid counts, so that a cell behind one over two columns is the third. */
  readonly column: number | null
  /** Within the cell, or of the document outside of tables. */
  readonly paragraph: number | null
  readonly sheet: string | null
  /** As Excel names it: `B12`. */
  readonly cell: string | null
}

export const NOWHERE: SourcePlace = {
  page: null,
  line: null,
  table: null,
  row: null,
  column: null,
  paragraph: null,
  sheet: null,
  cell: null,
}

/** The value of `data-place`: `page=3 line=12 table=1 row=4 column=2`. The name of a sheet is written as in an address. */
export function writtenPlace(place: SourcePlace): string {
  return FIELDS.flatMap((field) => {
    const value = place[field]
    return value === null ? [] : [`${field}=${encodeURIComponent(value)}`]
  }).join(' ')
}

/** The place of an offset of a notice's text: the last one marked before it, or the line where nothing is marked. */
export function sourcePlaceAt(source: string, offset: number): SourcePlace {
  const at = source.lastIndexOf(MARK, offset)
  const end = at < 0 ? -1 : source.indexOf('"', at + MARK.length)
  const marked = end < 0 ? null : readPlace(source.slice(at + MARK.length, end))
  return marked ?? { ...NOWHERE, line: positionOf(source, offset).line }
}

/** 第3页第12行，表1第4行第2列; 工作表“细则”B12; 第8段. */
export function placeInWords(place: SourcePlace): string {
  const { page, line, table, row, column, paragraph, sheet, cell } = place
  if (sheet !== null && cell !== null) return `工作表“${sheet}”${cell}`
  const lined = `${page === null ? '' : `第${page}页`}${line === null ? '' : `第${line}行`}`
  const celled = table === null ? '' : `表${table}第${row ?? 1}行第${column ?? 1}列`
  const within = paragraph === null ? '' : `第${paragraph}段`
  return [lined, `${celled}${within}`].filter((words) => words !== '').join('，')
}

const MARK = 'data-place="'
const FIELDS = ['page', 'line', 'table', 'row', 'column', 'paragraph', 'sheet', 'cell'] as const

function readPlace(written: string): SourcePlace | null {
  let place = NOWHERE
  for (const pair of written.split(' ')) {
    const [name, value] = pair.split('=')
    const field = FIELDS.find((one) => one === name)
    if (field === undefined || value === undefined) return null
    const read = field === 'sheet' || field === 'cell' ? decoded(value) : Number(value)
    place = { ...place, [field]: read }
  }
  return place
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
