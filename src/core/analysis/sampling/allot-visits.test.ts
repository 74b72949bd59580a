import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDesign, pooled, samplingDesign, sha256 } from '../../../../test/fixtures/sampling-designs.ts'
import { parseDigest } from '../../ledger/chain.ts'
import { allotVisits, strataOf } from './allot-visits.ts'
import { expectedVisits, extraVisits, weightOf } from './expected-visits.ts'
import { numberStream, type Numbers } from './number-stream.ts'

/** Every start of the marks, one after another; the order within a stratum as it stands or turned round. */
const startingAt = (start: number, isTurned: boolean): Numbers => ({
  below: () => start,
  shuffled: (entries) => (isTurned ? entries.toReversed() : [...entries]),
})

test('over all starts a center gets its expectation exactly, and each time its expectation rounded down or up; so does every stratum', () => {
  let shared = 0
  fc.assert(
    fc.property(anyDesign, fc.boolean(), (design, isTurned) => {
      const [total, extra] = [weightOf(design.centers), extraVisits(design)]
      if (extra <= 0 || total === 0) return
      shared += 1
      const rounds = Array.from({ length: total }, (_, start) => allotVisits(design, startingAt(start, isTurned)))
      for (const [index, { numerator, denominator, least, most }] of expectedVisits(design).entries()) {
        const counts = rounds.map((round) => round[index] ?? 0)
        expect(sum(counts) * denominator).toBe(numerator * total)
        expect(counts.every((count) => count >= least && count <= most)).toBe(true)
      }
      for (const stratum of strataOf(design)) {
        const share = (sum(stratum.map((index) => design.centers[index]?.weight ?? 0)) * extra) / total
        for (const round of rounds) {
          const got = sum(stratum.map((index) => round[index] ?? 0)) - design.minimum * stratum.length
          expect(Math.abs(got - share)).toBeLessThan(1)
        }
      }
      expect(rounds.every((round) => sum(round) === design.visits)).toBe(true)
    }),
  )
  expect(shared).toBeGreaterThan(20)
})

test('without visits beyond the minimum nobody gets more', () => {
  expect(allotVisits(samplingDesign({ visits: 5, centers: pooled(5) }), startingAt(0, false))).toEqual([1, 1, 1, 1, 1])
})

test('the numbers of a seed are the first 12 digits of digests of seed, design digest and counter', () => {
  const design = parseDigest('ab'.repeat(32))
  if (design === null) throw new Error('no digest')
  const numbers = numberStream('种子', design, sha256)
  const told = [0, 1, 2].map(
    (counter) => Number.parseInt(sha256(`种子\n${design}\n${counter}`).slice(0, 12), 16) % 1000,
  )
  expect([numbers.below(1000), numbers.below(1), numbers.below(1000), numbers.below(1000)]).toEqual([
    told[0],
    0,
    told[1],
    told[2],
  ])
  const few = Array.from({ length: 6000 }, () => numbers.below(6))
  // Each of six sides 1,000 times of 6,000; the deviation of a side is √(6000 · 1/6 · 5/6) = 28.9.
  for (let side = 0; side < 6; side += 1)
    expect(Math.abs(few.filter((one) => one === side).length - 1000)).toBeLessThan(145)
  expect(numbers.shuffled([1, 2, 3, 4]).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
