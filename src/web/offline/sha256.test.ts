import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test('is what OpenSSL makes of the same bytes, wherever they lie in a buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(9), (bytes, before) => {
      const within = new Uint8Array([...new Uint8Array(before), ...bytes]).subarray(before)
      expect(sha256(within)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
})

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000_003])('takes %i bytes', (length) => {
  const bytes = new Uint8Array(length).map((_, place) => place * 31)
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
