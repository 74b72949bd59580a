import { assert, constantFrom, property, string, array } from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'

test.each<[text: string, width: number]>([
  ['', 0],
  ['abc', 3],
  ['服务', 4],
  ['“三统一”', 8],
  ['20 − 0.5×3 − 1 = 17.5', 21],
  ['a–b · c', 7],
  ['（２０２１）', 12],
  ['〔2021〕', 8],
  ['━━──│^', 6],
  ['▨■○●', 4],
  ['\u001B[31m扣\u001B[39m', 2],
  ['é', 1],
  ['e\u0301', 1],
  ['👨‍👩‍👧', 2],
])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))

const mixed = array(
  constantFrom('扣', '“', '×', 'a', '1', '。', '\u0301', '👍', '\uFE0F', '⌚', '\u20E3', 'ㄅ', ' ', '한'),
)

test('adding up is what the library says', () => {
  for (const texts of [mixed.map((parts) => parts.join('')), string({ unit: 'binary' })])
    assert(
      property(texts, (text) => {
        expect(displayWidth(text)).toBe(stringWidth(text))
      }),
    )
})
