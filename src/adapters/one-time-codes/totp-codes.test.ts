import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { totpCodes } from './totp-codes.ts'

/** RFC 6238, appendix B, SHA-1: the last six of eight digits. */
test.each<[number, string]>([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at %i seconds the code of the RFC is taken', (seconds, code) => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect(totpCodes.stepOf(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30))
})

test('a code is taken in its own step and the two beside it, and tells which step it is of', () => {
  const secret = totpCodes.newSecret()
  const totp = new TOTP({ secret })
  fc.assert(
    fc.property(fc.integer({ min: 1e9, max: 2e9 }), fc.integer({ min: -600, max: 600 }), (now, offset) => {
      const code = totp.generate({ timestamp: (now + offset) * 1_000 })
      const made = Math.floor((now + offset) / 30)
      const distance = Math.abs(made - Math.floor(now / 30))
      const step = totpCodes.stepOf(secret, code, now * 1_000)
      if (distance <= 1) expect(step === null ? null : totp.generate({ timestamp: step * 30_000 })).toBe(code)
      else if (step !== null) expect(Math.abs(step - Math.floor(now / 30))).toBeLessThanOrEqual(1)
    }),
  )
})

test.each(['', '12345', '1234567', '12345a', '１２３４５６', ' 123456'])('%j is no code', (code) => {
  expect(totpCodes.stepOf(totpCodes.newSecret(), code, 0)).toBeNull()
})

test('no two secrets are the same, of 160 bits each', () => {
  const secrets = Array.from({ length: 100 }, totpCodes.newSecret)
  expect(new Set(secrets).size).toBe(100)
  expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true)
})
