import type { SourceSpan } from '../../kernel/source-span.ts'
import type { DocumentForm } from './file-content.ts'

/** From which file the text of a notice was read, as its first line says. */
export interface MarkedHead {
  readonly form: DocumentForm
  readonly fileName: string
  /** Of the file, in hexadecimal. */
  readonly sha256: string
}

/** Null where the text is as a person wrote it. */
export function markedHead(source: string): MarkedHead | null {
  const [, form, fileName = '', sha256 = ''] = HEAD.exec(source.slice(0, LONGEST_HEAD)) ?? []
  return form === undefined ? null : { form: form as DocumentForm, fileName: plain(fileName), sha256 }
}

/** How much of its form a document has, counted by its marks; null where the form has none. */
export interface MarkedExtent {
  readonly pages: number | null
  readonly tables: number | null
  readonly sheets: number | null
}

export function markedExtent(source: string): MarkedExtent {
  const most = (numbers: RegExp) =>
    Array.from(source.matchAll(numbers)).reduce((last, [, number]) => Math.max(last, Number(number)), 0)
  const [pages, tables] = [most(/data-place="page=(\d+)/g), most(/data-place="[^"]*?\btable=(\d+)/g)]
  const sheets = new Set(Array.from(source.matchAll(/data-place="[^"]*?\bsheet=([^ "]+)/g), ([, sheet]) => sheet)).size
  return {
    pages: pages === 0 ? null : pages,
    tables: tables === 0 ? null : tables,
    sheets: sheets === 0 ? null : sheets,
  }
}

/** How many signs a document says, blanks apart. */
export function markedLength(source: string): number {
  return plain(source).replaceAll(/\s/g, '').length
}

/** The paragraph or cell that holds a place, as people read it: without marks. A text without marks is its own excerpt. */
export function excerptOf(source: string, span: SourceSpan): { readonly text: string; readonly span: SourceSpan } {
  if (markedHead(source) === null) return { text: source, span }
  const from = Math.max(0, ...OPENERS.map((tag) => source.lastIndexOf(tag, span.start)))
  const to = Math.min(...CLOSERS.map((tag) => source.indexOf(tag, span.end)).map((at) => (at < 0 ? source.length : at)))
  const [before, within, after] = [
    source.slice(from, span.start),
    source.slice(span.start, span.end),
    source.slice(span.end, to),
  ].map(plain) as [string, string, string]
  return {
    text: before + within + after,
    span: { start: before.length, end: before.length + within.length },
  }
}

/** What a stretch of marked text says, without its marks. */
function plain(marked: string): string {
  return marked
    .replaceAll(/<\/(?:p|td|tr|h\d)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

const HEAD = /^<article data-form="(docx|xlsx|pdf)" data-file="([^"]*)" data-sha256="([0-9a-f]{64})">/
const LONGEST_HEAD = 4_000
const OPENERS = ['<p>', '<td', '<h', '\n']
const CLOSERS = ['</p>', '</td>', '\n']
