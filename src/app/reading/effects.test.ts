import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people } from '../../../test/fixtures/acting-office.ts'
import { appealed, appealId, bonusId, proposed } from '../../../test/fixtures/acting-plays.ts'
import { decided, amountOf, f1, toAccepted, toNotified } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type ClauseId } from '../../core/kernel/identifiers.ts'
import { points } from '../../core/kernel/points.ts'
import { approveBonus } from '../acting/approve-bonus.ts'
import { reverseFinding } from '../acting/reverse-finding.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'
import { effectOfEvent } from './effect-of-event.ts'
import { previewBonus } from './preview-bonus.ts'
import { previewDecision, type ThoughtOf } from './preview-decision.ts'
import { readBonus } from './read-bonuses.ts'
import { readFinding } from './read-finding.ts'

const thought: ThoughtOf = {
  decision: 'substantiate',
  clauseId: null,
  occurrences: null,
  occurredOn: null,
  points: null,
}

test('what is tried comes out as what is then done, and trying writes nothing', async () => {
  const office = await openedOffice()
  await toAccepted(office, f1, clauses.training)
  const before = kept(await office.ledgers.head(people.assessor.tenantId, assessmentId))
  const tried = kept(
    await previewDecision(office, people.assessor, assessmentId, f1, { ...thought, points: points('2') }),
  )
  expect(kept(await office.ledgers.head(people.assessor.tenantId, assessmentId))).toEqual(before)
  const acted = kept(
    await substantiateFinding(office, asks(people.assessor), {
      ...decided(clauses.training),
      amount: amountOf('2'),
    }),
  )
  const seq = acted.events[1]?.seq ?? 0
  const done = kept(await effectOfEvent(office, people.assessor, assessmentId, f1, seq))
  const { against, ...numbers } = tried
  const { from, to, ...told } = done
  expect(against).toBeNull()
  expect(told).toEqual(numbers)
  expect([from, to]).toEqual([acted.events[0]?.seq, acted.events.at(-1)?.seq])
  expect(told.numbers).toMatchObject([
    { what: 'finding', ref: f1, label: clauses.training, before: [0, 0], after: [-200, -200] },
    { what: 'section', ref: '2' },
    { what: 'total' },
    { what: 'range' },
    { what: 'rank', before: [1, 1], after: [2, 2], wasTied: true, isTied: false },
    { what: 'rank', before: [1, 1], after: [1, 1], wasTied: true, isTied: false },
    { what: 'mean' },
  ])
})

test('a reversal gives everything back, by the ledger just before and just after it', async () => {
  const office = await openedOffice()
  kept(await appealed(office))
  const reversed = kept(
    await reverseFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason: '停电' }),
  )
  const seq = reversed.events[0]?.seq ?? 0
  const effect = kept(await effectOfEvent(office, people.assessor, assessmentId, f1, seq))
  expect(effect.numbers[0]).toMatchObject({ what: 'finding', before: [-100, -100], after: [0, 0] })
  expect(effect.unchangedSections).toBeGreaterThan(0)
})

test('a center sees what its own sheet would lose and nothing of a ranking', async () => {
  const office = await openedOffice()
  await toAccepted(office)
  const { numbers } = kept(await previewDecision(office, people.staff, assessmentId, f1, thought))
  expect(numbers.map(({ what }) => what)).toEqual(['finding', 'section', 'total', 'range'])
})

test.each<[string, Partial<ThoughtOf>, string]>([
  ['before the center is heard', {}, 'reply-still-open'],
  ['a reversal without an appeal', { decision: 'reverse' }, 'appeal-unknown'],
  ['under a clause that gives', { clauseId: clauses.innovation }, 'reply-still-open'],
])('what stands against it is told with the effect: %s', async (_what, rest, code) => {
  const office = await openedOffice()
  await toNotified(office)
  const tried = kept(await previewDecision(office, people.assessor, assessmentId, f1, { ...thought, ...rest }))
  expect(tried.against?.code).toBe(code)
})

test('under a clause that the rubric does not have nothing can be tried', async () => {
  const office = await openedOffice()
  await toAccepted(office)
  const tried = await previewDecision(office, people.assessor, assessmentId, f1, {
    ...thought,
    clauseId: id<ClauseId>("'--"),
  })
  expect(tried).toMatchObject({ refusal: { code: 'clause-unknown' } })
})

test.each<[string, typeof people.assessor, number | 'own', string]>([
  ['another finding’s place', people.assessor, 1, 'event-elsewhere'],
  ['another center’s finding', people.otherStaff, 'own', 'not-permitted'],
])('no effect is told of %s', async (_what, who, seq, code) => {
  const office = await openedOffice()
  await toNotified(office)
  const { version } = kept(await readFinding(office, people.assessor, assessmentId, f1))
  const effect = await effectOfEvent(office, who, assessmentId, f1, seq === 'own' ? version : seq)
  expect(effect).toMatchObject({ refusal: { code } })
})

test('a bonus that is tried comes out as it is then approved, and trying writes nothing', async () => {
  const office = await openedOffice()
  kept(await proposed(people.staff)(office))
  const before = kept(await office.ledgers.head(people.assessor.tenantId, assessmentId))
  const amount = { occurrences: 1, points: points('0.5') }
  const tried = kept(
    await previewBonus(office, people.assessor, assessmentId, bonusId, { decision: 'approve', ...amount }),
  )
  expect(tried.against).toBeNull()
  expect(kept(await office.ledgers.head(people.assessor.tenantId, assessmentId))).toEqual(before)
  const total = tried.numbers.find(({ what }) => what === 'total')
  kept(await approveBonus(office, asks(people.assessor), { bonusId, ...amount, reason: '确有成效' }))
  const { effect } = kept(await readBonus(office, people.assessor, assessmentId, bonusId))
  expect(effect).toEqual({ now: 50, between: [50, 50] })
  expect((total?.after[0] ?? 0) - (total?.before[0] ?? 0)).toBe(50)
})

test.each<[string, typeof people.assessor, object]>([
  ['who proposed it', people.assessor, { against: { code: 'bonus-by-proposer' } }],
  ['an amount outside the range', people.otherAssessor, { against: { code: 'amount-outside' } }],
])('what stands against a bonus is told with the effect: %s', async (_what, who, told) => {
  const office = await openedOffice()
  kept(await proposed(people.assessor)(office))
  const thought = { decision: 'approve', occurrences: null, points: points('9') } as const
  expect(kept(await previewBonus(office, who, assessmentId, bonusId, thought))).toMatchObject(told)
})

test('another center tries nothing on a bonus', async () => {
  const office = await openedOffice()
  kept(await proposed(people.staff)(office))
  const thought = { decision: 'reject', occurrences: null, points: null } as const
  expect(await previewBonus(office, people.otherStaff, assessmentId, bonusId, thought)).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})
