import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase } from '../../../test/fixtures/scoring-arbitrary.ts'
import { id, type CenterId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import type { Digest, DigestOf } from '../ledger/chain.ts'
import { score } from './score.ts'
import { sheetDigest } from './sheet-digest.ts'
import { parseShortCode, verificationCode } from './verification-code.ts'

const sha256: DigestOf = (text) => createHash('sha256').update(text).digest('hex') as Digest
const center = id<CenterId>('xiayang')
const head = { seq: 7, digest: sha256('head') }

test('a code is the first 100 bits of what it stands for, in letters that are not confused', () => {
  const { code } = verificationCode(head, center, sha256('sheet'), sha256)
  const digest = sha256(`{"centerId":"xiayang","head":"${head.digest}","seq":7,"sheetDigest":"${sha256('sheet')}"}`)
  let bits = 0n
  for (const letter of code.replaceAll('-', ''))
    bits = bits * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter))
  expect(bits).toBe(BigInt(`0x${digest}`) >> 156n)
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/u)
})

test.each<[what: string, other: string]>([
  ['head', verificationCode({ ...head, digest: sha256('x') }, center, sha256('sheet'), sha256).code],
  ['seq', verificationCode({ ...head, seq: 8 }, center, sha256('sheet'), sha256).code],
  ['center', verificationCode(head, id<CenterId>('yingpu'), sha256('sheet'), sha256).code],
  ['sheet', verificationCode(head, center, sha256('other'), sha256).code],
])('another %s is another code', (_what, other) => {
  expect(other).not.toBe(verificationCode(head, center, sha256('sheet'), sha256).code)
})

test.each<[typed: string, read: string | null]>([
  ['7H3K-0QZM-11AB-CDEF-GHJK', '7H3K-0QZM-11AB-CDEF-GHJK'],
  ['7h3k0qzm11abcdefghjk', '7H3K-0QZM-11AB-CDEF-GHJK'],
  [' 7H3K OQZM liab cdef ghjk ', '7H3K-0QZM-11AB-CDEF-GHJK'],
  ['7H3K—0QZM–11AB－CDEF-GHJK', '7H3K-0QZM-11AB-CDEF-GHJK'],
  ['7H3K-0QZM-11AB-CDEF-GHJ', null],
  ['7H3K-0QZM-11AB-CDEF-GHJU', null],
  ['', null],
])('%j is read as %j', (typed, read) => {
  expect(parseShortCode(typed)).toBe(read)
})

test('a price of nothing has a digest too', () => {
  const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2022-12-31') }
  fc.assert(
    fc.property(smallCase, fc.boolean(), ({ rubric, facts, interpretations }, isAll) => {
      const free = (value: unknown) =>
        JSON.parse(JSON.stringify(value, (key, held: unknown) => (isFree(key, held, isAll) ? 0 : held))) as unknown
      const sheets = score(
        free(rubric) as typeof rubric,
        interpretations,
        eventsOf(free(facts) as typeof facts),
        clocks,
      )
      for (const sheet of sheets) expect(sheetDigest(sheet, sha256)).toHaveLength(64)
    }),
    { numRuns: process.env['NIGHTLY'] ? 20_000 : 1_000 },
  )
})

function isFree(key: string, held: unknown, isAll: boolean): boolean {
  return (
    typeof held === 'number' && (key === 'points' || key === 'min' || (isAll && (key === 'max' || key === 'maxPoints')))
  )
}

test('every sheet has a digest, and equal sheets the same', () => {
  const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2022-12-31') }
  fc.assert(
    fc.property(smallCase, ({ rubric, facts, interpretations }) => {
      const [first, again] = [0, 1].map(() =>
        score(rubric, interpretations, eventsOf(facts), clocks).map((sheet) => sheetDigest(sheet, sha256)),
      )
      expect(first).toEqual(again)
    }),
    { numRuns: process.env['NIGHTLY'] ? 20_000 : 1_000 },
  )
})
