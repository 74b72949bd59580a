import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('"', '\\', '\n', '\u2028', '\u007f', '村', '𠮷', 'é'), fc.string()),
})
const whole = fc.maxSafeInteger().map((value) => (value === 0 ? 0 : value))
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    whole,
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}))

test('a value is read back as it was', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const read: unknown = JSON.parse(canonicalJson(value))
      expect(canonicalJson(read)).toBe(canonicalJson(value))
      expect(JSON.stringify(sorted(read))).toBe(JSON.stringify(sorted(value)))
    }),
  )
})

test('the order of fields and fields without a value change nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(text, anyValue), text, (fields, name) => {
      fc.pre(name !== '__proto__')
      const turned = Object.fromEntries(Object.entries(fields).toReversed())
      const more = Object.hasOwn(fields, name) ? turned : { ...turned, [name]: undefined }
      expect(canonicalJson(more)).toBe(canonicalJson(fields))
    }),
  )
})

test('different values have different texts', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (one, other) => {
      const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
      expect(canonicalJson(one) === canonicalJson(other)).toBe(isSame)
    }),
  )
})

test.each<[what: string, value: unknown, text: string]>([
  [
    'fields in order of their units',
    { b: 1, a: [true, null], 中: 'x', 'A"': '' },
    '{"A\\"":"","a":[true,null],"b":1,"中":"x"}',
  ],
  [
    'the least and greatest whole numbers',
    [-9007199254740991, 0, 9007199254740991],
    '[-9007199254740991,0,9007199254740991]',
  ],
  ['a character beyond the first plane', '𠮷', '"𠮷"'],
])('%s', (_what, value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

test.each<[what: string, value: unknown]>([
  ['a fraction', 0.5],
  ['a number that is not exact', 2 ** 53],
  ['no number', Number.NaN],
  ['without end', Number.POSITIVE_INFINITY],
  ['minus nought', [-0]],
  ['half a surrogate pair', '\ud842'],
  ['half a surrogate pair in a name', { '\udfb7': 1 }],
  ['a hole in a list', [undefined]],
  ['a function', () => 0],
  ['a symbol', Symbol('x')],
  ['a big integer', 1n],
  ['a map', new Map([['a', 1]])],
  ['a set', { in: new Set([1]) }],
  ['a day of the platform', new Date(0)],
])('%s has no canonical text', (_what, value) => {
  expect(() => canonicalJson(value)).toThrow('not canonical')
})

/** The value with its fields as a list in order, for a comparison that does not rest on what is tested. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', value.map(sorted)]
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return ['record', fields.map(([name, held]) => [name, sorted(held)])]
}
