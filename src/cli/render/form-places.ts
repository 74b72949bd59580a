import { placeInWords, sourcePlaceAt, type SourcePlace } from '../../core/kernel/source-place.ts'
import type { SourceSpan } from '../../core/kernel/source-span.ts'
import { markedHead } from '../../core/notice/source/marked-source.ts'
import { hanging, type Page } from './page.ts'

/** Where in its form a notice says something. Of a text there is nothing to say: its lines are the person's own. */
export interface FormPlaces {
  /** `表1第4行第2列`, faint; none for a text. */
  readonly lines: (span: SourceSpan, page: Page, indent: number) => readonly string[]
  readonly words: (span: SourceSpan) => string
  /** For `--json`. */
  readonly field: (span: SourceSpan) => { readonly place?: SourcePlace & { readonly words: string } }
}

export function formPlaces(source: string): FormPlaces {
  if (markedHead(source) === null) return { lines: () => [], words: () => '', field: () => ({}) }
  const words = ({ start }: SourceSpan) => placeInWords(sourcePlaceAt(source, start))
  return {
    words,
    lines: (span, page, indent) => (words(span) === '' ? [] : hanging('@ ', words(span), page, indent, faint(page))),
    field: (span) => ({ place: { ...sourcePlaceAt(source, span.start), words: words(span) } }),
  }
}

function faint({ ink }: Page) {
  return { label: ink.faint, text: ink.faint }
}
