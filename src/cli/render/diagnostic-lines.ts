import { placeInWords, sourcePlaceAt } from '../../core/kernel/source-place.ts'
import { positionOf } from '../../core/kernel/source-span.ts'
import type { Diagnostic } from '../../core/notice/diagnostic.ts'
import { excerptOf, markedHead } from '../../core/notice/source/marked-source.ts'
import { underline } from '../text/underline.ts'
import { hanging, type Page } from './page.ts'

/** One diagnostic: severity, file:line:column (of a document, where in it), the sentence with the place underlined, and what to do. */
export function diagnosticLines(
  { severity, code, message, span }: Diagnostic,
  source: string,
  path: string,
  page: Page,
): string[] {
  const { ink } = page
  const shown = excerptOf(source, span)
  const excerpt = underline(shown.text, shown.span, page.columns - 4).flatMap(({ text, marks }) => [
    `  │ ${text}`,
    ...(marks === '' ? [] : [`  │ ${ink.strong(marks)}`]),
  ])
  return [
    `${ink.strong(SEVERITIES[severity])} ${code}  ${ink.faint(placeIn(path, source, span.start))}`,
    ...excerpt,
    ...hanging('  └ ', message, page, 0),
  ]
}

function placeIn(path: string, source: string, offset: number): string {
  if (markedHead(source) !== null) return `${path} ${placeInWords(sourcePlaceAt(source, offset))}`.trimEnd()
  const { line, column } = positionOf(source, offset)
  return `${path}:${line}:${column}`
}

const SEVERITIES: Readonly<Record<Diagnostic['severity'], string>> = { error: '错误', warning: '警告', note: '说明' }
