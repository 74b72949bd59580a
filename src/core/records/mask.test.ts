import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PersonalKind } from './data-set.ts'
import { masked, MASKABLE_TEXT, TEXT_MASKS } from './mask.ts'

test.each<[kind: PersonalKind, value: string, kept: string]>([
  ['name', '张三', '张**'],
  ['name', '欧阳明月', '欧**'],
  ['name', '𠮷野', '𠮷**'],
  ['name', '张**', '张**'],
  ['id-number', '31011819900101123X', '310****123X'],
  ['id-number', '310***********1234', '310****1234'],
  ['id-number', 'E12345678', '****5678'],
  ['id-number', '123456', '****'],
  ['phone', '13800000000', '138****0000'],
  ['phone', '138****0000', '138****0000'],
  ['phone', '59723456', '****3456'],
  ['phone', '021-59723456', '021****3456'],
  ['phone', '12345', '****'],
  ['address', '某路 1 弄 2 号 301 室', '****'],
  ['free-text', '请打13800000000找王先生', '请打138****0000找王先生'],
  ['free-text', '请打138 0013 8000或138-0013-8000', '请打138****8000或138****8000'],
  ['free-text', '请打１３８００００００００', '请打１３８****００００'],
  ['free-text', '身份证31011819900101123x，号码59723456', '身份证310****123x，号码****3456'],
  ['free-text', '13800000000，13900000001', '138****0000，139****0001'],
  ['free-text', '2021-03-01 09:30 在3号窗口等了45分钟', '2021-03-01 09:30 在3号窗口等了45分钟'],
  ['free-text', '单号123456', '单号123456'],
  ['free-text', '单号1234567', '单号****4567'],
  ['free-text', '', ''],
])('as %s, %j becomes %j', (kind, value, kept) => {
  expect(masked(kind, value)).toBe(kept)
})

const KINDS: readonly PersonalKind[] = ['name', 'id-number', 'phone', 'address', 'free-text']
const someText = fc.string({ unit: fc.constantFrom(...Array.from('0123456789０９Xx- *，王𠮷a\n')) })

test('what is covered stays as it is when it is covered again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), someText, (kind, text) => {
      const once = masked(kind, text)
      expect(masked(kind, once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

test('no run of seven digits is left in a text, and a text without four digits on end is left alone', () => {
  fc.assert(
    fc.property(someText, (text) => {
      expect(masked('free-text', text)).not.toMatch(/[0-9０-９]{7}/u)
      if (!new RegExp(MASKABLE_TEXT, 'u').test(text)) expect(masked('free-text', text)).toBe(text)
    }),
    { numRuns: 2000 },
  )
  expect(TEXT_MASKS.length).toBeGreaterThan(0)
})
