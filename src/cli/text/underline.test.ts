import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
import { underline } from './underline.ts'

test.each<[title: string, source: string, place: string, columns: number, lines: string[]]>([
  ['Chinese takes two carets each', '每次扣1分。', '扣1分', 40, ['每次扣1分。', '    ^^^^^']],
  ['quotes take one', '“三统一”不到位', '三统一', 40, ['“三统一”不到位', ' ^^^^^^']],
  [
    'only the sentence of the place',
    '甲不到位，扣1分；乙不到位，扣2分；丙',
    '扣2分',
    40,
    ['乙不到位，扣2分；', '          ^^^^^'],
  ],
  ['a tab ends the sentence', '一、服务\t1、乙，扣2分', '扣2分', 40, ['1、乙，扣2分', '       ^^^^^']],
  ['a tag ends the sentence', '<p>1、乙，扣2分</p>', '扣2分', 40, ['1、乙，扣2分', '       ^^^^^']],
  ['a place over a line end goes on', '服务事项内部管理', '项内', 8, ['服务事项', '      ^^', '内部管理', '^^']],
  ['a line without the place has no marks', '服务事项内部管理', '管理', 8, ['服务事项', '', '内部管理', '    ^^^^']],
])('%s', (_title, source, place, columns, lines) => {
  const start = source.indexOf(place)
  const shown = underline(source, { start, end: start + place.length }, columns)
  expect(shown.flatMap(({ text, marks }) => [text, marks])).toEqual(lines)
})

test.each<[title: string, source: string, start: number, end: number]>([
  ['an empty place', '每次扣1分', 2, 2],
  ['the end of the text', '每次扣1分', 5, 5],
  ['a place beyond the text', '每次扣1分', 90, 99],
  ['a place of line ends', '甲\n\n乙', 1, 3],
  ['an empty text', '', 0, 0],
  ['a text of 100,000 characters without a stop', '扣'.repeat(100_000), 50_000, 90_000],
])('%s is shown with a mark or nothing, never an error', (_title, source, start, end) => {
  const shown = underline(source, { start, end }, 40)
  expect(shown.every(({ text }) => displayWidth(text) <= 40)).toBe(true)
  expect(shown.length).toBeLessThan(40)
})
