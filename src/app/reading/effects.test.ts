import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people } from '../../../test/fixtures/acting-office.ts'
import { appealed, appealId } from '../../../test/fixtures/acting-plays.ts'
import { decided, amountOf, f1, toAccepted, toNotified } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { points } from '../../core/kernel/points.ts'
import { reverseFinding } from '../acting/reverse-finding.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'
import { effectOfEvent } from './effect-of-event.ts'
import { previewDecision, type ThoughtOf } from './preview-decision.ts'
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
])('what stands against it is told with the effect: %s', async (_what, rest, code) => {
  const office = await openedOffice()
  await toNotified(office)
  const tried = kept(await previewDecision(office, people.assessor, assessmentId, f1, { ...thought, ...rest }))
  expect(tried.against?.code).toBe(code)
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
