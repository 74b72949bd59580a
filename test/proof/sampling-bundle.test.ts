import { expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { drawPlan } from '../../src/core/analysis/sampling/draw-plan.ts'
import type { DrawnVisit } from '../../src/core/analysis/sampling/drawn-visit.ts'
import { id, type InspectionId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import type { Proposal } from '../../src/core/ledger/decide.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import { bundleOf, linesOf } from '../fixtures/bundle-of.ts'
import { other, smallParts } from '../fixtures/small-bundle.ts'
import { inspected } from '../fixtures/small-inspections.ts'
import { asEvents, center, enrolled, lawfully, opened, reported } from '../fixtures/small-ledger.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import { sampled, secret, smallDesign, unveiled, unvisited } from '../fixtures/small-sampling.ts'
import { sha256 } from '../fixtures/sampling-designs.ts'

const start = [opened(), enrolled(), enrolled({ centerId: other, name: '盈浦街道' })]
const plan = drawPlan(smallDesign, secret.seed, sha256)
if (!plan.ok) throw new Error(plan.refusal.message)
const [first, second] = plan.value
if (first === undefined || second === undefined) throw new Error('two visits were designed')

const made = ({ day, personId, clauseIds, number }: DrawnVisit): Proposal =>
  inspected({ inspectionId: id<InspectionId>(`I${number}`), inspectedOn: day, by: personId, clauseIds })
const kept = [...start, sampled(), made(first), unvisited({ visit: second.number }), unveiled()]
const otherSecret = { seed: 'another-seed', salt: secret.salt }
const otherDays = [...smallDesign.days.slice(0, 3), plainDate('2021-06-12')]

test.each<[title: string, facts: readonly Proposal[]]>([
  ['one visit made and one told as missed', kept],
  ['a visit that reported a finding', [...start, sampled(), made(first), foundOn(second), unveiled()]],
  ['committed and not revealed', [...start, sampled()]],
  ['revealed early: what was to come is not made', [...start, sampled(), unveiled({ earlyBecause: '检查员病假' })]],
])('a ledger with a plan verifies, whole and for a center: %s', async (_title, facts) => {
  lawfully(...facts)
  for (const centerId of [null, center, other]) {
    const { checks } = verified(await bundle(facts, centerId))
    expect(checks.flatMap(({ failures }) => failures)).toEqual([])
    const counted = checks.find(({ what }) => what === 'sampling')?.counted ?? 0
    const isRevealed = facts.some(({ type }) => type === 'SamplingPlanRevealed')
    expect(counted > 0).toBe(isRevealed || centerId === null)
  }
})

test.each<[title: string, code: string, facts: readonly Proposal[]]>([
  ['another seed', 'plan-commitment-differs', [...start, sampled(), unveiled(otherSecret)]],
  ['another design under the old digest', 'design-digest-differs', [...start, swapped()]],
  [
    'a day of rest among the days',
    'plan-days-differ',
    [...start, sampled({ design: { ...smallDesign, days: otherDays, to: plainDate('2021-06-12') } })],
  ],
  [
    'a calendar that is not there',
    'calendar-missing',
    [...start, sampled({ design: { ...smallDesign, calendarVersion: '无' } })],
  ],
  [
    'a design that cannot be drawn',
    'plan-not-drawable',
    [...start, sampled({ design: { ...smallDesign, visits: 9 } }), unveiled()],
  ],
  [
    'a visit by somebody who was not drawn',
    'plan-visit-unaccounted',
    [...start, sampled(), inspected({ inspectedOn: first.day, by: id('inspector-2') }), made(second), unveiled()],
  ],
  ['a visit that nobody accounts for', 'plan-visit-unaccounted', [...start, sampled(), made(first), unveiled()]],
])('what does not hold is named: %s', async (_title, code, facts) => {
  const { holds, checks } = verified(await bundle(facts, null))
  expect(holds).toBe(false)
  expect(checks.flatMap(({ failures }) => failures.map((failure) => failure.code))).toContain(code)
})

test('before the reveal a center is not told what is looked at, when or by whom', async () => {
  const text = await bundle([...start, sampled()], center)
  expect(text).not.toContain('SamplingPlanCommitted')
  expect(text).not.toContain(smallDesign.calendarVersion)
  expect(await bundle(kept, center)).toContain(secret.seed)
})

function swapped(): Proposal {
  const { visitsPerDay } = smallDesign
  const fact = sampled()
  return fact.type === 'SamplingPlanCommitted'
    ? { ...fact, design: { ...smallDesign, visitsPerDay: visitsPerDay + 1 } }
    : fact
}

function foundOn({ day, personId }: DrawnVisit): Proposal {
  return reported(clauses.vacated, { occurredOn: day, by: personId })
}

function bundle(facts: readonly Proposal[], centerId: typeof center | null): Promise<string> {
  return bundleOf({ ...smallParts(), events: asEvents(facts) }, { centerId })
}

function verified(text: string) {
  const verification = verifyBundle(linesOf(Buffer.from(text)), nodeDigests)
  if (verification.kind !== 'verified') throw new Error(verification.reason)
  return verification
}
