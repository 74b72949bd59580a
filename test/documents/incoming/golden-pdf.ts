import { expect } from 'vitest'
import { NOWHERE, placeInWords, type SourcePlace } from '../../../src/core/kernel/source-place.ts'
import { markedText } from '../../../src/adapters/documents/incoming/marked-text.ts'
import { readPdf } from '../../../src/adapters/documents/incoming/pdf/read-pdf.ts'
import { linesOfPages } from './pages-as-printed.ts'
import { clausePlaces, compiled, goldenReading, readingOf } from './same-reading.ts'

/** The text of a PDF that the compiler reads. */
export async function pdfSource(bytes: Uint8Array): Promise<string> {
  const read = await readPdf(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return markedText({ form: 'pdf', fileName: '通知.pdf', sha256: '0'.repeat(64) }, read.value)
}

/** That a PDF compiles to the golden reading of a notice, and that the words of every clause stand on the line that it names. */
export async function expectGolden(bytes: Uint8Array, notice: string): Promise<void> {
  const source = await pdfSource(bytes)
  const rubric = compiled(source, notice)
  expect(readingOf(rubric)).toEqual(goldenReading(notice))
  const pages = await linesOfPages(bytes)
  const places = clausePlaces(rubric, source)
  const clauses = rubric.sections.flatMap(({ criteria }) => criteria).flatMap((criterion) => criterion.clauses)
  const misplaced = clauses.flatMap(({ id, span }) => {
    const words = source
      .slice(span.start, span.end)
      .replace(/<[^>]*>|\s/g, '')
      .slice(0, 4)
    const place = places.get(id) ?? NOWHERE
    const line = printedLine(pages, place)
    return stands(words, line) ? [] : [`${id} ${words}: ${placeInWords(place)} ${line}`]
  })
  expect(misplaced).toEqual([])
}

function printedLine(pages: readonly (readonly string[])[], { page, line }: SourcePlace): string {
  return pages[(page ?? 0) - 1]?.[(line ?? 0) - 1] ?? ''
}

/** Words may be broken at the end of a line. */
function stands(words: string, line: string): boolean {
  return line.includes(words) || [3, 2, 1].some((length) => line.endsWith(words.slice(0, length)))
}
