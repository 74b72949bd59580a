import { expect, test } from 'vitest'
import type { SourcePlace } from '../../../src/core/kernel/source-place.ts'
import { markedText } from '../../../src/adapters/documents/incoming/marked-text.ts'
import { readPdf } from '../../../src/adapters/documents/incoming/pdf/read-pdf.ts'
import { noticeContent } from './notice-content.ts'
import { linesOfPages } from './pages-as-printed.ts'
import { clausePlaces, compiled, goldenReading, readingOf } from './same-reading.ts'
import { typstNotice, type TypstSetting } from './typst-notice.ts'

const NOTICE = 'qingpu-2021'
const content = noticeContent(NOTICE)

const FURNITURE = `#set page(numbering: "— 1 —", header: align(center)[青浦区政务服务办公室文件], footer: context [内部资料　注意保存 #h(1fr) — #counter(page).display() —])`

test.each<[set: string, setting: TypstSetting]>([
  ['on A4, each section a cell', {}],
  ['on A4, each item a row', { rows: 'items' }],
  ['on small pages, each section a cell that goes on over pages', { width: '148mm', height: '90mm', margin: '8mm' }],
  ['on small pages, each item a row', { rows: 'items', width: '148mm', height: '90mm', margin: '8mm' }],
  ['on narrow pages, so that items go on over pages', { rows: 'items', width: '100mm', height: '70mm', margin: '8mm' }],
  ['centered in its cells', { rows: 'items', alignment: 'horizon + center' }],
  ['with dashed rules', { stroke: '(thickness: 0.6pt, dash: "dashed")' }],
  ['with page numbers, a head and a foot', { setup: FURNITURE, height: '180mm' }],
  ['without a table', { isPlain: true }],
])('the notice of 2021, set by typst %s, is read as the golden reading', async (_set, setting) => {
  await expectGolden(typstNotice(content, setting))
})

async function expectGolden(bytes: Uint8Array): Promise<void> {
  const read = await readPdf(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  const source = markedText({ form: 'pdf', fileName: '通知.pdf', sha256: '0'.repeat(64) }, read.value)
  const rubric = compiled(source, NOTICE)
  expect(readingOf(rubric)).toEqual(goldenReading(NOTICE))
  const pages = await linesOfPages(bytes)
  const places = clausePlaces(rubric, source)
  const clauses = rubric.sections.flatMap(({ criteria }) => criteria).flatMap((criterion) => criterion.clauses)
  const misplaced = clauses.filter(({ id, span }) => {
    const place = places.get(id)
    const words = source.slice(span.start, span.end).replace(/<[^>]*>|\s/g, '')
    return place === undefined || !stands(words.slice(0, 4), printedLine(pages, place))
  })
  expect(misplaced.map(({ id }) => [id, places.get(id)])).toEqual([])
}

function printedLine(pages: readonly (readonly string[])[], { page, line }: SourcePlace): string {
  return pages[(page ?? 0) - 1]?.[(line ?? 0) - 1] ?? ''
}

/** Words may be broken at the end of a line. */
function stands(words: string, line: string): boolean {
  return line.includes(words) || [3, 2, 1].some((length) => line.endsWith(words.slice(0, length)))
}
