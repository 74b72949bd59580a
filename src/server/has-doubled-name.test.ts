import { expect, test } from 'vitest'
import { hasDoubledName } from './has-doubled-name.ts'

test.each<[json: string, isDoubled: boolean]>([
  ['{"a":1,"b":{"a":2}}', false],
  ['[{"a":1},{"a":2}]', false],
  ['{"a":"b","b":":{\\"a\\":"}', false],
  ['{"a":1,"a":1}', true],
  ['{"a":1,"\\u0061":1}', true],
  ['[{"b":[{"a":{},"c":[],"a":{}}]}]', true],
  ['"a"', false],
  ['', false],
])('%s', (json, isDoubled) => {
  expect(hasDoubledName(json)).toBe(isDoubled)
})

test('a long text is read through in one go', () => {
  expect(hasDoubledName(JSON.stringify({ a: '"\\字'.repeat(500_000), b: 1 }))).toBe(false)
})
