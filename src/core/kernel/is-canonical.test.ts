import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { isCanonical } from './is-canonical.ts'

test.each<[title: string, text: string, is: boolean]>([
  ['an object in order', '{"a":1,"b":[true,null,"甲"]}', true],
  ['white space', '{"a":1, "b":2}', false],
  ['keys out of order', '{"b":1,"a":2}', false],
  ['out of order within', '[{"b":1,"a":2}]', false],
  ['a key twice', '{"a":1,"a":1}', false],
  ['a fraction', '{"a":0.5}', false],
  ['a whole number with an exponent', '{"a":1e2}', false],
  ['a number that a double cannot hold', '{"a":9007199254740993}', false],
  ['minus nothing', '{"a":-0}', false],
  ['an escape that is not needed', String.raw`{"a":"\u0041"}`, false],
  ['half a character', String.raw`{"a":"\ud800"}`, false],
  ['half a character in a key', String.raw`{"\ud800":1}`, false],
  ['a key that is a number', '{"10":1,"9":1}', false],
  ['nesting without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, false],
])('%s', (_title, text, is) => {
  expect(isCanonical(text, JSON.parse(text))).toBe(is)
})

test('is what canonicalJson writes, and nothing else', () => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b', '甲', '_', '\u{1F600}', '"') })
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constantFrom(null, true, false),
      fc.array(tie('value')),
      fc.dictionary(key, tie('value')),
    ),
  }))
  fc.assert(
    fc.property(value, (one) => {
      const text = canonicalJson(one)
      const parsed: unknown = JSON.parse(text)
      expect(isCanonical(text, parsed)).toBe(true)
      expect(isCanonical(JSON.stringify(parsed, null, 1), parsed)).toBe(JSON.stringify(parsed, null, 1) === text)
    }),
  )
})
