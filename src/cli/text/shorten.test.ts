import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
import { shorten } from './shorten.ts'

test.each<[text: string, columns: number, short: string]>([
  ['评价编号', 8, '评价编号'],
  ['评价编号', 7, '评价编…'],
  ['评价编号', 6, '评价…'],
  ['PJ20210301', 5, 'PJ20…'],
  ['一行\n两行\t\u0000', 20, '一行 两行 ␣'],
  ['𠮷𠮷𠮷', 5, '𠮷𠮷…'],
  ['', 5, ''],
])('%j in %i columns is %j', (text, columns, short) => {
  expect(shorten(text, columns)).toBe(short)
  expect(displayWidth(short)).toBeLessThanOrEqual(columns)
})
