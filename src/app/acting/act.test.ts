import { expect, test } from 'vitest'
import {
  asks,
  kept,
  officeOver,
  openedOffice,
  people,
  photo,
  xiayang,
  assessmentId,
  district,
} from '../../../test/fixtures/acting-office.ts'
import {
  alleged,
  amountOf,
  decided,
  f1,
  toAccepted,
  toNotified,
  toReported,
} from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { acceptFinding } from './accept-finding.ts'
import { reportFinding } from './report-finding.ts'
import { substantiateFinding } from './substantiate-finding.ts'

const at = timestamp

test('a request sent again under its key is answered as it was, even when the case has moved on', async () => {
  const office = await openedOffice()
  const asking = asks(people.inspector)
  const first = kept(await reportFinding(office, asking, alleged()))
  const again = kept(await reportFinding(office, asking, alleged()))
  expect(again).toMatchObject({ isRepeated: true, events: first.events })
  expect(await reportFinding(office, asking, alleged(clauses.dress))).toMatchObject({ refusal: { code: 'key-reused' } })
  const restarted = officeOver(office.file, office.people)
  expect(kept(await reportFinding(restarted, asking, alleged()))).toMatchObject({ isRepeated: true })
})

test('of two who decide the same finding at once one wins, and the other is told what changed', async () => {
  const office = await openedOffice()
  await toAccepted(office)
  const seen =
    kept(await office.live.look(district, assessmentId))
      .state.findings.get(f1)
      ?.because.at(-1) ?? 0
  const outcomes = await Promise.all([
    substantiateFinding(office, asks(people.assessor, { seen }), decided()),
    substantiateFinding(office, asks(people.otherAssessor, { seen }), decided()),
  ])
  expect(outcomes[0]).toMatchObject({ ok: true })
  expect(outcomes[1]).toMatchObject({
    refusal: {
      code: 'changed-meanwhile',
      changes: [
        { type: 'FindingSubstantiated', by: 'assessor-1' },
        { type: 'DecisionServed', by: 'assessor-1' },
      ],
    },
  })
})

test('what another process appended is folded in before an act is decided', async () => {
  const office = await openedOffice()
  const other = officeOver(office.file, office.people)
  await toReported(office)
  expect(await reportFinding(other, asks(people.inspector), alleged())).toMatchObject({
    refusal: { code: 'finding-exists' },
  })
  await toReported(other, id<FindingId>('f2'))
  await toReported(office, id<FindingId>('f3'))
  const [one, two] = [
    kept(await office.live.look(district, assessmentId)),
    kept(await other.live.look(district, assessmentId)),
  ]
  expect(one.head).toEqual(two.head)
  expect(one.state).toEqual(two.state)
})

test.each([
  ['a phone whose clock is a day ahead', '2021-05-25T09:00:00+08:00', 'acted-in-future'],
  ['a phone whose clock is two minutes ahead', '2021-05-24T09:02:00+08:00', null],
  ['an inspection recorded offline', '2021-05-20T15:00:00+08:00', null],
  ['a time before the period', '2020-12-31T23:59:59+08:00', 'acted-before-period'],
])('%s', async (_title, actedAt, code) => {
  const office = await openedOffice()
  const outcome = await reportFinding(office, asks(people.inspector, { actedAt: at(actedAt) }), alleged())
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})

test('the clock of a ledger does not run backwards, and that the wall clock did is counted', async () => {
  const office = await openedOffice()
  office.clock.set(at('2021-05-20T09:00:00+08:00'))
  await toReported(office)
  const live = kept(await office.live.look(district, assessmentId))
  expect(live.recordedAt).toBe('2021-05-24T09:00:00+08:00')
  expect(office.live.counts().clockBackwards).toBe(1)
})

test.each([
  [
    'evidence that was not uploaded',
    { evidence: [{ digest: 'a'.repeat(64), caption: '', claims: null }] },
    'evidence-unknown',
  ],
  ['a digest that is none', { evidence: [{ digest: 'x', caption: '', claims: null }] }, 'evidence-unknown'],
  ['half a character', { description: '\uD800' }, 'text-broken'],
  ['a character that is none', { description: '\u0000' }, 'text-broken'],
  ['half an occurrence', { occurrences: 1.5 }, 'number-not-whole'],
  ['a field that no event has', { extra: 'x' }, 'input-malformed'],
  ['a center that is not enrolled', { centerId: 'elsewhere' }, 'center-unknown'],
])('refuses %s, and leaves the ledger as it was', async (_title, rest, code) => {
  const office = await openedOffice()
  const before = kept(await office.ledgers.head(district, assessmentId))
  const outcome = await reportFinding(office, asks(people.inspector), alleged(clauses.vacated, rest as object))
  expect(outcome).toMatchObject({ ok: false, refusal: { code } })
  expect(kept(await office.ledgers.head(district, assessmentId))).toEqual(before)
})

test('evidence that was uploaded is taken', async () => {
  const office = await openedOffice()
  const evidence = [{ digest: photo, caption: '无人在岗', claims: null }]
  expect(await reportFinding(office, asks(people.inspector), alleged(clauses.vacated, { evidence }))).toMatchObject({
    ok: true,
  })
})

test.each([
  ['an inspector at the own center', people.ownInspector, 'inspector-of-own-center'],
  ['a leader', people.leader, 'not-permitted'],
  ['an administrator', people.administrator, 'not-permitted'],
  ['a token without the scope', { ...people.inspector, scopes: [] }, 'not-permitted'],
])('%s reports no finding', async (_title, who, code) => {
  const office = await openedOffice()
  expect(await reportFinding(office, asks(who), alleged())).toMatchObject({ refusal: { code } })
})

test('a center replies for itself only', async () => {
  const office = await openedOffice()
  await toNotified(office)
  const reply = { findingId: f1, statement: '情况属实' }
  expect(await acceptFinding(office, asks(people.otherStaff), reply)).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
  expect(await acceptFinding(office, asks(people.staff), reply)).toMatchObject({ ok: true })
})

test.each([
  ['a fixed price', clauses.vacated, null, ['FindingSubstantiated', 'DecisionServed']],
  [
    'a range with its amount',
    clauses.training,
    amountOf('2'),
    ['FindingSubstantiated', 'AmountDecided', 'DecisionServed'],
  ],
  ['a range without', clauses.training, null, ['FindingSubstantiated']],
])('substantiating under %s', async (_title, clauseId, amount, types) => {
  const office = await openedOffice()
  await toAccepted(office, f1, clauseId)
  const acted = kept(await substantiateFinding(office, asks(people.assessor), { ...decided(clauseId), amount }))
  expect(acted.events.map(({ type }) => type)).toEqual(types)
  expect(xiayang).toBe('xiayang')
})
