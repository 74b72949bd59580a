import { array, assert, constantFrom, integer, property, stringMatching, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
import { wrap, wrapText } from './wrap.ts'

test.each<[title: string, text: string, columns: number, lines: string[]]>([
  ['a short text stays whole', '扣完为止', 20, ['扣完为止']],
  ['nothing gives one empty line', '', 20, ['']],
  ['Chinese breaks at the width', '服务事项内部管理', 8, ['服务事项', '内部管理']],
  ['an odd width leaves a column empty', '服务事项内部', 9, ['服务事项', '内部']],
  ['a comma never begins a line', '服务事项，内部管理', 8, ['服务事', '项，内部', '管理']],
  ['a bracket never ends a line', '服务事（内部）管理', 8, ['服务事', '（内部）', '管理']],
  ['quotes cling to what they quote', '这里是“三统一”，扣分', 10, ['这里是“三', '统一”，扣', '分']],
  ['an amount stays whole', '无计划或无规划扣1-3分', 16, ['无计划或无规划', '扣1-3分']],
  ['a number keeps its unit', '应当在本月内5个工作日', 14, ['应当在本月内', '5个工作日']],
  ['a date stays whole', '本通知自2021年3月1日起', 14, ['本通知自', '2021年3月1日起']],
  ['words stay whole', 'write the whole word', 9, ['write the', 'whole', 'word']],
  ['what is longer than a line is cut', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['lines of the source stay lines', '服务\n事项\r\n内部', 20, ['服务', '事项', '内部']],
  ['full-width figures count two columns', '１２３４５６', 8, ['１２３４', '５６']],
])('%s', (_title, text, columns, lines) => {
  expect(wrap(text, columns).map((line) => line.text)).toEqual(lines)
})

const chinese = stringMatching(/^[服务事项扣分“”（）〔〕，。；：12.%a-z ×·–-]{0,60}$/u)

test('no line is wider than asked or loses a character', () => {
  assert(
    property(chinese, integer({ min: 12, max: 40 }), (text, columns) => {
      const lines = wrap(text, columns)
      for (const line of lines) {
        expect(displayWidth(line.text)).toBeLessThanOrEqual(columns)
        expect(text.slice(line.start, line.end)).toBe(line.text)
      }
      expect(
        lines
          .map((line) => line.text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''))
    }),
  )
})

const fragments = array(
  tuple(constantFrom('服务事项', '扣1-3分', '“三统一”', '（内部）', 'GB/T'), constantFrom('，', '。', '；', '')),
  { maxLength: 20 },
)

test('no line begins with closing punctuation or ends with an opening bracket', () => {
  assert(
    property(fragments, integer({ min: 14, max: 60 }), (parts, columns) => {
      for (const { text } of wrap(parts.flat().join(''), columns)) {
        expect(text).not.toMatch(/^[，。；）”]/u)
        expect(text).not.toMatch(/[（“]$/u)
      }
    }),
  )
})

test.each<[title: string, piece: string]>([
  ['letters', 'a'],
  ['stops', '。'],
  ['figures', '1'],
  ['characters', '扣'],
  ['spaces', ' '],
])('100,000 %s are wrapped within two seconds of work', (_title, piece) => {
  const before = process.cpuUsage()
  wrap(piece.repeat(100_000), 40)
  // Of this process alone, whatever else the machine does: what grows with the square takes minutes.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
})

test('indents the first line and hangs the others', () => {
  expect(wrapText('服务事项内部管理', 10, 0, 2)).toEqual(['服务事项', '  内部管理'])
})
