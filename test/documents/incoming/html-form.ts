import { NOWHERE, type SourcePlace } from '../../../src/core/kernel/source-place.ts'
import type { IssuedForm } from './issued-form.ts'
import type { ContentParagraph, NoticeContent } from './notice-content.ts'

/** The notice as a web page: a row an item, the sections over all their rows. */
export function issueAsPage(content: NoticeContent): IssuedForm<string> {
  const places = new Map<string, SourcePlace>()
  const lines: string[] = [
    '<!DOCTYPE html>',
    '<html lang="zh"><body>',
    ...content.before.map(lineOf),
    '<table border="1">',
  ]
  lines.push(`<tr>${content.header.map((name) => `<th>${name}</th>`).join('')}</tr>`)
  let row = 1
  for (const { heading, criteria } of content.sections) {
    for (const [at, { id, mark, text }] of criteria.entries()) {
      row += 1
      const section = at === 0 ? `<td rowspan="${criteria.length}">${heading}</td>` : ''
      lines.push(`<tr>${section}`, `<td><p>${mark}${text}</p></td>`, '<td>&nbsp;</td></tr>')
      places.set(id, { ...NOWHERE, line: lines.length - 1, table: 1, row, column: 2 })
    }
  }
  lines.push(`<tr>${content.total.map((text) => `<td>${text}</td>`).join('')}</tr>`, '</table>')
  lines.push(...content.after.map(lineOf), '</body></html>')
  return { content: lines.join('\n'), places }
}

function lineOf({ text, level }: ContentParagraph): string {
  return level > 0 ? `<h${level}>${text}</h${level}>` : `<p>${text}</p>`
}
