import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLayout, type MappedText, type NoticeLayout } from './notice-layout.ts'

const notice = readFileSync(new URL('../../../../notices/qingpu-2021/notice.txt', import.meta.url), 'utf8')
const RUNS = process.env['NIGHTLY'] ? 20_000 : 400

const PIECES = [
  '<p>',
  '</p>',
  '<td>',
  '<table><tr>',
  '</table>',
  '<!--',
  '-->',
  '<script>',
  '&lt;',
  '&#x1F600;',
  '\t',
  '\n',
  '|',
  '**',
  '\\',
  '# ',
  '1、',
  '（一）',
  '①',
  '1.1 ',
  '（5分）',
  '扣1分',
  '合计',
  '注：',
  '"',
  '<br>',
  '<li>',
  '<ol>',
  '〔2021〕9号',
  '…………',
  '— 3 —\n',
  '3.12345',
  '第八条 如下：\n',
  '序号  项目  分值\n',
  ' | ',
  '---|---|---\n',
]

const change = fc.record({
  at: fc.nat(notice.length),
  remove: fc.nat(120),
  insert: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.nat(notice.length - 60).map((from) => notice.slice(from, from + 60)),
  ),
  times: fc.integer({ min: 1, max: 6 }),
})

test('any text has a layout whose offsets lie in the source, never go back and show what stands there', () => {
  const mutated = fc
    .tuple(fc.array(change, { maxLength: 10 }), fc.nat(notice.length))
    .map(([changes, cut]) =>
      changes
        .reduce(
          (text, { at, remove, insert, times }) => text.slice(0, at) + insert.repeat(times) + text.slice(at + remove),
          notice,
        )
        .slice(cut % 3 === 0 ? cut : 0),
    )
  const joined = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })))
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(fc.oneof(mutated, joined), (source) => {
      for (const text of textsOf(readLayout(source))) checkOffsets(text, source)
    }),
    { numRuns: RUNS },
  )
}, 600_000)

test.each([
  [
    'tabs',
    '考核内容\t考核项目\t得分\n',
    (row: number) => `服务${row} (5分)\t1、晚到一次扣1分； 2、早退一次扣1分。\t\n`,
  ],
  [
    'Markdown',
    '| 考核内容 | 考核项目 |\n|--|--|\n',
    (row: number) => `| 服务${row} (5分) | 1、晚到一次扣1分； 2、早退一次扣1分。 |\n`,
  ],
  ['HTML', '<table>', (row: number) => `<tr><td>服务${row} (5分)<td>1、晚到一次扣1分； 2、早退一次扣1分。\n`],
  ['plain text', '', (row: number) => `一、服务${row} (5分)\n1、晚到一次扣1分；\n2、早退一次扣1分。\n`],
])('a notice of 5,000 rows in %s is read whole', (_form, header, row) => {
  const { sections } = readLayout(header + Array.from({ length: 5000 }, (_, at) => row(at)).join(''))
  expect(sections.length).toBe(5000)
  expect(sections.every(({ points, items }) => points === '5' && items.length === 2)).toBe(true)
})

test.each([
  '<',
  '<a',
  '<!--',
  '<td ',
  '<table>',
  '<div><p>',
  '\t',
  'a\t',
  '\n',
  '|',
  '*',
  '[a](',
  '&lt;',
  '\\',
  '1、',
  '（',
  '一、',
  '扣',
  '"\t"\n',
  '甲扣1分<br>',
  '…',
  '。1.12345',
  'A1 甲\n',
  '序号  项目  分值\n',
  '第一条 如下：\n（一）甲（5分）\n1.扣1分\n',
  '一 | 甲\n',
])('a million characters of %j are read', (piece) => {
  expect(readLayout(piece.repeat(Math.floor(1e6 / piece.length))).noticeNumber).toBeNull()
})

function textsOf({ sections, passages }: NoticeLayout): MappedText[] {
  const items = sections.flatMap((section) => section.items)
  const requirements = items.flatMap(({ requirement }) => (requirement ? [requirement] : []))
  return [...passages, ...sections.map(({ heading }) => heading), ...items.map(({ text }) => text), ...requirements]
}

function checkOffsets({ text, offsets }: MappedText, source: string): void {
  expect(offsets.length).toBe(text.length + 1)
  let before = 0
  let isOrdered = true
  for (const offset of offsets) {
    isOrdered &&= offset >= before && offset <= source.length
    before = offset
  }
  expect(isOrdered).toBe(true)
  const span = source.slice(offsets[0], offsets[text.length])
  if (span.length === text.length && !/[\n\r\f]/.test(span + text)) expect(span).toBe(text)
}
