import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { seededSecrets } from '../../adapters/secrets/seeded-secrets.ts'
import { oneTimePassword } from './one-time-password.ts'
import { passwordFaults } from './password-rules.ts'

const CLASSES = '大写字母、小写字母、数字、其他符号中至少有三类'

describe('a password', () => {
  test.each<[string, string, readonly string[]]>([
    ['long and of three classes', 'quietRiver42', []],
    ['of four', 'Quiet-River-42', []],
    ['of Chinese characters, digits and capitals', '青山绿水白云飞鸟12A', []],
    ['of ten characters', 'Ab3defghij', []],
    ['of nine', 'Ab3defghi', ['至少 10 个字符']],
    ['of ten full-width characters, which count once each', 'Ａｂ３ｄｅｆｇｈｉｊ', []],
    ['of two classes', 'quietriver42', [CLASSES]],
    ['with nothing in it', '', ['至少 10 个字符', CLASSES]],
    ['with the username in it', 'My-Wang-2021x', ['不能包含用户名']],
    ['that everybody uses', 'Password2021!', ['不能用常见的密码']],
    ['that everybody uses, disguised', 'P@ssw0rd2021', ['不能用常见的密码']],
    ['along the keyboard', 'Qwertyuiop1!', ['不能用常见的密码']],
    ['without end', `Aa1${'x'.repeat(126)}`, ['至多 128 个字符']],
  ])('%s', (_title, password, faults) => {
    expect(passwordFaults(password, 'wang')).toEqual(faults)
  })

  test('with a character of each class added is never worse in classes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(passwordFaults(`${text}aA1-`, 'wang')).not.toContain(CLASSES)
      }),
    )
  })

  test('shorter than ten characters never passes, however odd its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9 }), (text) => {
        fc.pre(Array.from(text.normalize('NFKC')).length < 10)
        expect(passwordFaults(text, 'wang')).toContain('至少 10 个字符')
      }),
    )
  })
})

test('a one-time password follows the rules, and no two are the same', () => {
  const secrets = seededSecrets('one-time')
  const made = Array.from({ length: 500 }, () => oneTimePassword({ secrets }, 'wang'))
  expect(made.flatMap((password) => passwordFaults(password, 'wang'))).toEqual([])
  expect(new Set(made).size).toBe(500)
  expect(made.every((password) => /^[\w]{4}(-\w{4}){3}$/.test(password) && !/[0O1lI]/.test(password))).toBe(true)
})
