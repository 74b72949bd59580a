import { positionOf } from '../../core/kernel/source-span.ts'
import type { Diagnostic } from '../../core/notice/diagnostic.ts'
import { underline } from '../text/underline.ts'
import { hanging, type Page } from './page.ts'

/** One diagnostic: severity, file:line:column, the sentence with the place underlined, and what to do. */
export function diagnosticLines(
  { severity, code, message, span }: Diagnostic,
  source: string,
  path: string,
  page: Page,
): string[] {
  const { ink } = page
  const { line, column } = positionOf(source, span.start)
  const excerpt = underline(source, span, page.columns - 4).flatMap(({ text, marks }) => [
    `  │ ${text}`,
    ...(marks === '' ? [] : [`  │ ${ink.strong(marks)}`]),
  ])
  return [
    `${ink.strong(SEVERITIES[severity])} ${code}  ${ink.faint(`${path}:${line}:${column}`)}`,
    ...excerpt,
    ...hanging('  └ ', message, page, 0),
  ]
}

const SEVERITIES: Readonly<Record<Diagnostic['severity'], string>> = { error: '错误', warning: '警告', note: '说明' }
