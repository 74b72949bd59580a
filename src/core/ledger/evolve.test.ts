import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acceptedBy,
  answered,
  appealed,
  approved,
  assessor,
  asEvents,
  bonus,
  closed,
  contested,
  corrected,
  decidedAmount,
  dismissed,
  enrolled,
  finding,
  notified,
  opened,
  planned,
  proposed,
  published,
  rectified,
  rejected,
  reopened,
  reported,
  returned,
  reversed,
  reviewer,
  sealed,
  selfAssessed,
  served,
  submitted,
  substantiated,
  suspected,
  termsSet,
  upheld,
  varied,
} from '../../../test/fixtures/small-ledger.ts'
import { sampled, unveiled, unvisited } from '../../../test/fixtures/small-sampling.ts'
import { amended, detected, flagged, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import { id, type BonusId, type FindingId, type PersonId } from '../kernel/identifiers.ts'
import type { Proposal } from './decide.ts'
import { emptyAssessment, evolve, replay } from './evolve.ts'
import type { LedgerEvent } from './ledger-event.ts'

/** Every kind of fact, lawful or not: `evolve` must take them in any order. */
const facts: readonly Proposal[] = [
  opened(),
  enrolled(),
  suspected(),
  detected(),
  amended(),
  withdrawn(),
  flagged(),
  reported(),
  notified(),
  acceptedBy(),
  contested(),
  substantiated(),
  dismissed(),
  decidedAmount(),
  corrected(),
  appealed(),
  upheld(),
  varied(),
  reversed(),
  planned(),
  submitted(),
  rectified(),
  returned(),
  proposed(),
  approved(),
  rejected(),
  closed(),
  termsSet(),
  answered(),
  served(),
  selfAssessed(),
  sealed(),
  published(),
  reopened(),
  sampled(),
  unveiled(),
  unvisited(),
]

const anyFact = fc
  .record({ fact: fc.constantFrom(...facts), place: fc.integer({ min: 1, max: 3 }) })
  .map(({ fact, place }) => about(fact, place))
const anyLedger = fc.array(anyFact, { maxLength: 80 }).map(asEvents)

test('evolving event by event equals replaying the ledger', () => {
  fc.assert(
    fc.property(anyLedger, (events) => {
      expect(events.reduce(evolve, emptyAssessment)).toEqual(replay(events))
    }),
  )
})

test('a replay may go on from any earlier state', () => {
  fc.assert(
    fc.property(anyLedger, fc.nat(80), (events, cut) => {
      expect(replay(events.slice(cut), replay(events.slice(0, cut)))).toEqual(replay(events))
    }),
  )
})

test('no fact takes a decision, an appeal or an event of a finding away', () => {
  fc.assert(
    fc.property(anyLedger, anyFact, (events, fact) => {
      const before = replay(events)
      const after = evolve(before, { ...fact, seq: events.length + 1 })
      for (const [findingId, was] of before.findings) {
        const is = after.findings.get(findingId)
        expect(is?.because.slice(0, was.because.length)).toEqual(was.because)
        if (was.decision) expect(is?.decision).not.toBeNull()
        if (was.appeal) expect(is?.appeal).not.toBeNull()
        expect(is?.deciders).toEqual(expect.arrayContaining([...was.deciders]))
      }
    }),
  )
})

test('the order of independent findings does not matter for what becomes of them', () => {
  const bySubject = (events: readonly LedgerEvent[]) =>
    [...events].sort((a, b) => subjectOf(a).localeCompare(subjectOf(b)))
  fc.assert(
    fc.property(anyLedger, (events) => {
      const [mixed, sorted] = [replay(events), replay(bySubject(events))]
      expect(new Map(sorted.findings)).toEqual(new Map(mixed.findings))
      expect(new Map(sorted.bonuses)).toEqual(new Map(mixed.bonuses))
    }),
  )
})

test.each(facts.filter(({ type }) => !/Opened|Enrolled|Closed|Raised|Reported|Proposed/.test(type)))(
  '$type about what nobody opened changes nothing',
  (fact) => {
    const { findings, bonuses } = replay(asEvents([fact]))
    expect([findings.size, bonuses.size]).toEqual([0, 0])
  },
)

const second = id<PersonId>('assessor-2')

test.each<[title: string, facts: Proposal[], by: PersonId | null | undefined]>([
  ['the amount is of whoever set it', [reported(), substantiated(), decidedAmount('2', { by: second })], second],
  ['no amount, no other hand', [reported(), substantiated()], assessor],
  [
    'a varied decision is the reviewer’s',
    [reported(), substantiated(), decidedAmount(), appealed(), varied()],
    reviewer,
  ],
  ['a reversal leaves it whose it was', [reported(), substantiated(), appealed(), reversed()], assessor],
])('who decided: %s', (_title, life, by) => {
  expect(replay(asEvents(life)).findings.get(finding)?.decision?.by).toBe(by)
})

test.each<[title: string, facts: Proposal[], dismissedBy: PersonId | null]>([
  ['who dismissed is known', [reported(), dismissed({ by: second })], second],
  ['nobody dismissed what is substantiated', [reported(), substantiated()], null],
])('%s', (_title, life, dismissedBy) => {
  expect(replay(asEvents(life)).findings.get(finding)?.dismissedBy).toBe(dismissedBy)
})

test.each<[title: string, facts: Proposal[], decidedBy: PersonId | null]>([
  ['a bonus approved', [proposed(), approved('1', { by: second })], second],
  ['a bonus rejected', [proposed(), rejected({ by: second })], second],
  ['a bonus that waits', [proposed()], null],
])('who decided %s', (_title, life, decidedBy) => {
  expect(replay(asEvents(life)).bonuses.get(bonus)?.decidedBy).toBe(decidedBy)
})

test('a state is never changed by what comes after it', () => {
  const before = replay(asEvents([opened(), enrolled(), reported()]))
  const copy = structuredClone(before)
  evolve(before, { ...notified(), seq: 4 })
  expect(before).toEqual(copy)
})

test('a long ledger is replayed from a stream of events, without holding it (how fast is for the bench)', () => {
  const life = [reported(), notified(), acceptedBy(), substantiated(), planned()]
  function* year(): Generator<LedgerEvent> {
    for (let seq = 1; seq <= 100_000; seq++) {
      const fact = life[(seq - 1) % life.length] ?? reported()
      yield { ...about(fact, Math.ceil(seq / life.length)), seq }
    }
  }
  expect(replay(year()).findings.size).toBe(20_000)
})

function about(fact: Proposal, place: number): Proposal {
  if ('findingId' in fact) return { ...fact, findingId: id<FindingId>(`${finding}-${place}`) }
  if ('bonusId' in fact) return { ...fact, bonusId: id<BonusId>(`${bonus}-${place}`) }
  return fact
}

function subjectOf(event: LedgerEvent): string {
  if ('findingId' in event) return event.findingId
  return 'bonusId' in event ? event.bonusId : ''
}
