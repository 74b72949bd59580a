import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { RubricId } from '../../../core/kernel/identifiers.ts'
import { compileNotice } from '../../../core/notice/compile-notice.ts'
import { allClauses } from '../../../core/rubric/find-clause.ts'
import { setNotice, type SetPart } from './set-notice.ts'

const example = readFileSync(
  fileURLToPath(new URL('../../../../notices/qingpu-2021/notice.txt', import.meta.url)),
  'utf8',
)
const set = (source: string) => {
  const { rubric } = compileNotice(source, { rubricId: 'r' as RubricId })
  return { rubric, parts: setNotice(source, rubric).parts }
}
const segmentsOf = (parts: readonly SetPart[]) =>
  parts.flatMap((part) =>
    part.kind === 'line'
      ? part.segments
      : part.rows.flatMap((row) => row.flatMap(({ lines }) => lines.flatMap((line) => line.segments))),
  )

test.each<[what: string, source: string]>([
  ['the example notice, in Markdown, tabs and HTML', example],
  [
    'numbered paragraphs',
    '考核办法\n一、服务（5分）\n1.1 没有到岗，查实一例扣1分；迟到的，每次扣0.5分。\n1.2 全年无投诉，加1分。',
  ],
  [
    'a table of pipes',
    '| 考核内容 | 考核项目 | 得分 |\n|---|---|---|\n| 一、服务（5分） | 1、没有到岗，查实一例扣1分。 | |',
  ],
  [
    'HTML with entities',
    '<table><tr><td>一、服务&nbsp;(5分)</td><td>1、没有&ldquo;到岗&rdquo;，查实一例扣1分；</td></tr></table>',
  ],
])('%s: every clause is marked, wholly and in its own words', (_what, source) => {
  const { rubric, parts } = set(source)
  const marked = new Map<string, string>()
  for (const { clauseId, text } of segmentsOf(parts))
    if (clauseId !== null) marked.set(clauseId, (marked.get(clauseId) ?? '') + text)
  expect(allClauses(rubric).length).toBeGreaterThan(0)
  const plain = (text: string) => text.replaceAll('&ldquo;', '“').replaceAll('&rdquo;', '”')
  for (const { id, quote } of allClauses(rubric)) expect(marked.get(id)).toBe(plain(quote))
})

test('the example is set as an official document', () => {
  const { parts } = set(example)
  const lines = parts.flatMap((part) =>
    part.kind === 'line'
      ? [
          [
            part.role,
            part.segments
              .map(({ text }) => text)
              .join('')
              .slice(0, 8),
          ],
        ]
      : ['table'],
  )
  expect(lines.slice(0, 10)).toEqual([
    ['office', '上海市青浦区政务'],
    ['number', '青政务〔2021'],
    ['title', '青浦区政务服务办'],
    ['address', '各镇、街道社区事'],
    ['text', '为进一步推进我区'],
    ['text', '附件：青浦区社区'],
    ['address', '附件：'],
    ['annex', '青浦区社区事务受'],
    ['caption', '(2021年)'],
    'table',
  ])
  expect(lines.slice(10).map(([role]) => role)).toEqual(['text', 'signature', 'signature', 'signature', 'signature'])
})

test('a cell of several criteria is a numbered line for each', () => {
  const { parts } = set(example)
  const table = parts.find((part) => part.kind === 'table')
  const cell = table?.kind === 'table' ? table.rows[3]?.[1] : undefined
  expect(table?.kind === 'table' && table.rows[3]?.[0]?.sectionId).toBe('3')
  expect(cell?.lines.map(({ label }) => label.trim())).toEqual(['1、', '2、', '3、', '4、', '5、', '6、', '7、'])
  expect(cell?.lines[3]?.segments.map(({ text, figure }) => [text, figure])).toContainEqual(['扣0.5分', 'lost'])
})
