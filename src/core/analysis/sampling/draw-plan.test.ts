import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyDesign,
  centerId,
  inspectors,
  pooled,
  samplingDesign,
  sha256,
  weekdays,
} from '../../../../test/fixtures/sampling-designs.ts'
import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import { checkDesign } from './check-design.ts'
import { drawPlan } from './draw-plan.ts'
import type { DrawnVisit } from './drawn-visit.ts'
import { expectedVisits } from './expected-visits.ts'

const drawn = (design: SamplingDesign, seed: string): readonly DrawnVisit[] => {
  const plan = drawPlan(design, seed, sha256)
  if (!plan.ok) throw new Error(plan.refusal.message)
  return plan.value
}

test('whatever the seed, a design that is not refused is drawn, and keeps every promise', () => {
  let kept = 0
  fc.assert(
    fc.property(anyDesign, fc.stringMatching(/^[a-z0-9]{1,12}$/u), (design, seed) => {
      if (!checkDesign(design).ok) return
      kept += 1
      const visits = drawn(design, seed)
      expect(visits.map(({ number }) => number)).toEqual(visits.map((_visit, place) => place + 1))
      expect(visits).toHaveLength(design.visits)
      expect(visits.every(({ day }) => design.days.includes(day))).toBe(true)
      expect(most(visits, ({ day }) => day)).toBeLessThanOrEqual(design.visitsPerDay)
      expect(most(visits, ({ day, centerId: where }) => `${day} ${where}`)).toBe(1)
      for (const { personId, recusedFrom, visitsPerDay } of design.inspectors) {
        const own = visits.filter((visit) => visit.personId === personId)
        expect(own.some((visit) => recusedFrom.includes(visit.centerId))).toBe(false)
        expect(most(own, ({ day }) => day)).toBeLessThanOrEqual(visitsPerDay)
      }
      for (const { center, least, most: top } of expectedVisits(design)) {
        const count = visits.filter((visit) => visit.centerId === center.centerId).length
        expect(count).toBeGreaterThanOrEqual(Math.max(least, design.minimum))
        expect(count).toBeLessThanOrEqual(top)
      }
      for (const { clauseIds } of visits)
        expect([clauseIds.length, new Set(clauseIds).size]).toEqual([design.clausesPerVisit, design.clausesPerVisit])
      const looks = design.clauseIds.map(
        (clause) => visits.filter(({ clauseIds }) => clauseIds.includes(clause)).length,
      )
      expect(Math.max(...looks) - Math.min(...looks)).toBeLessThanOrEqual(design.centers.length)
    }),
    { numRuns: 1200 },
  )
  // A property over designs that are all refused would hold for nothing.
  expect(kept).toBeGreaterThan(100)
})

test('a plan drawn twice from one seed is one plan, and another seed or design draws another', () => {
  const design = samplingDesign({ days: weekdays(40), visits: 30, centers: pooled(11) })
  expect(drawn(design, 'one')).toEqual(drawn(structuredClone(design), 'one'))
  expect(drawn(design, 'two')).not.toEqual(drawn(design, 'one'))
  expect(drawn({ ...design, calendarVersion: '2021-2' }, 'one')).not.toEqual(drawn(design, 'one'))
})

test.each<[given: string, design: SamplingDesign]>([
  [
    'every day full, and every inspector',
    samplingDesign({ visits: 20, centers: pooled(5), inspectors: inspectors([0], [1]) }),
  ],
  [
    'one who can go to two centers only, on every day',
    samplingDesign({ visits: 20, minimum: 0, centers: pooled(4), inspectors: inspectors([0, 1], [2, 3]) }),
  ],
  [
    'a center on each of the days',
    samplingDesign({ days: weekdays(4), visits: 8, minimum: 4, centers: pooled(2), inspectors: inspectors([0], [1]) }),
  ],
])('with no slack at all, %s, every seed still finds a plan', (_given, design) => {
  expect(checkDesign(design)).toMatchObject({ ok: true })
  for (let seed = 0; seed < 80; seed += 1) expect(drawn(design, String(seed))).toHaveLength(design.visits)
})

test('over 2,000 seeds every center comes as often as its weight says, every day and every inspector alike', () => {
  const weights = [1, 1, 2, 3, 5, 1, 2]
  const design = samplingDesign({
    days: weekdays(20),
    visits: 18,
    centers: pooled(7, weights),
    inspectors: inspectors([0], [], []),
  })
  const seeds = Array.from({ length: 2000 }, (_, index) => `seed-${index}`)
  const plans = seeds.map((seed) => drawn(design, seed))
  const mean = (holds: (visit: DrawnVisit) => boolean) =>
    plans.reduce((sum, visits) => sum + visits.filter(holds).length, 0) / plans.length
  // A count is its expectation rounded down or up, so its deviation is at most 0.5 and the mean's 0.5 / √2000 = 0.0112: five of these.
  for (const { center, numerator, denominator } of expectedVisits(design))
    expect(Math.abs(mean((visit) => visit.centerId === center.centerId) - numerator / denominator)).toBeLessThan(0.056)
  // On a day there are at most 2 visits: the mean's deviation is at most 1 / √2000 = 0.0224.
  for (const day of design.days)
    expect(Math.abs(mean((visit) => visit.day === day) - design.visits / design.days.length)).toBeLessThan(0.112)
  // Where nobody is recused everybody is as likely; a visit's chance of each of three is 1/3 within five deviations.
  const free = mean((visit) => visit.centerId === centerId(4))
  for (const { personId } of design.inspectors.slice(1)) {
    const share = mean((visit) => visit.centerId === centerId(4) && visit.personId === personId) / free
    expect(Math.abs(share - 1 / 3)).toBeLessThan(0.05)
  }
})

function most(visits: readonly DrawnVisit[], of: (visit: DrawnVisit) => string): number {
  const counts = new Map<string, number>()
  for (const visit of visits) counts.set(of(visit), (counts.get(of(visit)) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
