import { expect, test } from 'vitest'
import { readMark } from './numbering.ts'

test.each<[text: string, kind: string, label: string, value: number]>([
  ['一、卫生', 'han', '一', 1],
  ['十二、卫生', 'han', '十二', 12],
  ['二十三．卫生', 'han', '二十三', 23],
  ['（三）卫生', 'han-paren', '（三）', 3],
  ['( 四 ) 卫生', 'han-paren', '( 四 )', 4],
  ['㈤卫生', 'han-paren', '㈤', 5],
  ['1、卫生', 'arabic', '1', 1],
  ['12. 卫生', 'arabic', '12', 12],
  ['３．卫生', 'arabic', '３', 3],
  ['⒋卫生', 'arabic', '⒋', 4],
  ['5 卫生', 'arabic', '5', 5],
  ['（6）卫生', 'arabic-paren', '（6）', 6],
  ['7）卫生', 'arabic-paren', '7', 7],
  ['⑻卫生', 'arabic-paren', '⑻', 8],
  ['⑨卫生', 'circled', '⑨', 9],
  ['1.1 卫生', 'decimal-2', '1.1', 1],
  ['1.2.13卫生', 'decimal-3', '1.2.13', 13],
  ['第一条 卫生', 'article', '第一条', 1],
  ['第二章 卫生', 'chapter', '第二章', 2],
  ['C. 卫生', 'letter', 'C', 3],
  ['Ⅳ、卫生', 'roman', 'Ⅳ', 4],
  ['B12 卫生', 'coded', 'B12', 12],
])('%s begins with a number', (text, kind, label, value) => {
  expect(readMark(text, 0)).toMatchObject({ kind, label, value, end: text.indexOf('卫') })
})

test.each([
  '0.5分一次',
  '1.5倍',
  '2.5%以上',
  '2021年3月1日',
  '2021.3.1起',
  '1-3分',
  '5 个工作日',
  '12345热线',
  '一口受理',
  '第一条',
  '（投诉处置）',
  'A类',
  '1.',
  '',
  '-1分/次',
])('%j begins with none', (text) => {
  expect(readMark(text, 0)).toBeNull()
})
