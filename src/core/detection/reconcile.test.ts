import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { orders, rates, ratings, repairs, suspicionBy, vacancies } from '../../../test/fixtures/small-detections.ts'
import {
  acceptedBy,
  asEvents,
  closed,
  dismissed,
  enrolled,
  notified,
  opened,
  substantiated,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { basis } from '../../../test/fixtures/small-suspicions.ts'
import { id, type EventKey, type FindingId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { rational } from '../kernel/rational.ts'
import type { Finding } from '../ledger/assessment-state.ts'
import type { Digest, DigestOf } from '../ledger/chain.ts'
import { decide, type Proposal } from '../ledger/decide.ts'
import { evolve, replay } from '../ledger/evolve.ts'
import { findingIdOf } from './finding-id.ts'
import { reconcile, type Ran } from './reconcile.ts'

const digestOf: DigestOf = (text) => createHash('sha256').update(text).digest('hex') as Digest
const ran = (detection: Ran['detection'], ...found: Ran['found']): Ran => ({ detection, basis, found })
const stamp = { by: opened().by, actedAt: opened().actedAt, recordedAt: opened().recordedAt }
const eventKey = id<EventKey>('rating:1')
const rating = suspicionBy(ratings, { eventKey })
const order = suspicionBy(orders, { eventKey, subject: 'O1', records: ['hotline_orders/s/O1@1'] })
const vacated = suspicionBy(vacancies)
const vacatedId = findingIdOf(vacated, digestOf)
const start = replay(asEvents([opened(), enrolled()]))

/** Each step is a run, or something that people do about the suspicion named. */
type Step = readonly Ran[] | ((findingId: FindingId) => Proposal)

/** What each run told the ledger, lawfully: the facts' types, with the detection or the finding that they are about. */
function story(about: FindingId, ...steps: readonly Step[]) {
  let state = start
  const told = steps.map((step) => {
    const reconciled = typeof step === 'function' ? null : reconcile({ rubric: smallRubric, state, digestOf }, step)
    const proposals =
      typeof step === 'function'
        ? [{ ...step(about), findingId: about } as Proposal]
        : (reconciled?.facts.map((fact): Proposal => ({ ...fact, ...stamp })) ?? [])
    for (const proposal of proposals) {
      const verdict = decide(state, smallRubric, proposal)
      if (!verdict.ok) throw new Error(verdict.refusal.message)
      state = evolve(state, { ...proposal, seq: state.seq + 1 })
    }
    return reconciled
  })
  return { told, state, finding: state.findings.get(about) }
}

function typesOf(told: ReturnType<typeof story>['told']): string[] {
  return told.flatMap((one) => (one === null ? [] : [one.facts.map(({ type }) => type).join()]))
}

const again = suspicionBy(vacancies, { occurrences: 2 })
const decided = [() => notified(), () => acceptedBy(), () => substantiated()] as const

test.each<[title: string, steps: Step[], types: string[], finding: Partial<Finding>]>([
  ['is raised once', [[ran(vacancies, vacated)], [ran(vacancies, vacated)]], ['SuspicionRaised', ''], { basis }],
  [
    'is amended when its records say more',
    [[ran(vacancies, vacated)], [ran(vacancies, again)]],
    ['SuspicionRaised', 'SuspicionAmended'],
    { occurrences: 2 },
  ],
  [
    'is withdrawn when they no longer show it, and seen again',
    [[ran(vacancies, vacated)], [ran(vacancies)], [ran(vacancies)], [ran(vacancies, vacated)]],
    ['SuspicionRaised', 'SuspicionWithdrawn', '', 'SuspicionAmended'],
    { standing: 'suspected' },
  ],
  [
    'is withdrawn although the center has answered',
    [[ran(vacancies, vacated)], () => notified(), () => acceptedBy(), [ran(vacancies)]],
    ['SuspicionRaised', 'SuspicionWithdrawn'],
    { standing: 'withdrawn' },
  ],
  [
    'is left alone while its detection does not run',
    [[ran(vacancies, vacated)], [ran(repairs)]],
    ['SuspicionRaised', ''],
    { standing: 'suspected' },
  ],
  [
    'is not raised again once it was dismissed',
    [[ran(vacancies, vacated)], () => dismissed(), [ran(vacancies, vacated)]],
    ['SuspicionRaised', ''],
    { standing: 'dismissed' },
  ],
  [
    'is flagged once where it was decided, and never changed',
    [
      [ran(vacancies, vacated)],
      ...decided,
      [ran(vacancies)],
      [ran(vacancies)],
      [ran(vacancies, vacated)],
      [ran(vacancies, again)],
    ],
    ['SuspicionRaised', 'FindingFlagged', '', 'FindingFlagged', 'FindingFlagged'],
    { standing: 'substantiated', occurrences: 1, records: vacated.records },
  ],
])('a suspicion %s', (_title, steps, types, finding) => {
  const { told, finding: is } = story(vacatedId, ...steps)
  expect(typesOf(told)).toEqual(types)
  expect(is).toMatchObject(finding)
})

test('facts say what changed, for whoever reads the ledger', () => {
  const other = { ...again, occurredOn: plainDate('2021-05-09'), records: ['vacancies/1@2', 'vacancies/2@1'] }
  const { told } = story(vacatedId, [ran(vacancies, vacated)], [ran(vacancies, other)], [ran(vacancies)])
  const reasons = told.flatMap((one) => one?.facts.map((fact) => ('reason' in fact ? fact.reason : '')))
  expect(reasons).toEqual([
    '',
    '重新运行检测“检测vacancies”：次数由 1 改为 2，日期由 2021-05-10 改为 2021-05-09，记录增加 1 条、更正 1 条',
    '重新运行检测“检测vacancies”：记录不再显示这一情况',
  ])
  const { told: flags } = story(
    vacatedId,
    [ran(vacancies, vacated)],
    ...decided,
    [ran(vacancies, other)],
    [ran(vacancies)],
    [ran(vacancies, vacated)],
  )
  expect(flags.flatMap((one) => (one?.facts ?? []).flatMap((fact) => ('reason' in fact ? fact.reason : [])))).toEqual([
    '重新运行检测“检测vacancies”：次数由 1 改为 2，记录增加 1 条、更正 1 条',
    '重新运行检测“检测vacancies”：记录不再显示这一情况',
    '重新运行检测“检测vacancies”：记录又显示这一情况，1 次',
  ])
})

test('one event in two systems is one suspicion, which follows both', () => {
  const holder = findingIdOf(rating, digestOf)
  const both = [ran(ratings, rating), ran(orders, order)]
  const { told, state } = story(holder, [ran(orders, order)], both, both, [ran(ratings), ran(orders, order)])
  expect(typesOf(told)).toEqual([
    'SuspicionRaised',
    'SuspicionRaised,SuspicionWithdrawn',
    '',
    'SuspicionAmended,SuspicionWithdrawn',
  ])
  expect(told[1]?.facts).toMatchObject([
    { clauseId: clauses.poorRating, eventKey, records: ['hotline_orders/s/O1@1', 'ratings/1@1'] },
    { reason: expect.stringContaining(`与 ${clauses.poorRating} 款的疑点是同一件事`) as string },
  ])
  expect([...state.findings.values()].map(({ standing }) => standing)).toEqual(['suspected', 'withdrawn'])
})

test('what was decided of an order stays decided when its rating comes to light, and is not flagged for that', () => {
  const orderId = findingIdOf(order, digestOf)
  const accepted = [() => notified(), () => acceptedBy(), () => substantiated(clauses.hotline)]
  const both = [ran(ratings, rating), ran(orders, order)]
  const { told } = story(orderId, [ran(orders, order)], ...accepted, both, both)
  expect(typesOf(told)).toEqual(['SuspicionRaised', 'SuspicionRaised', ''])
})

test('a detection that fails takes nothing from a suspicion that it had brought records into', () => {
  const holder = findingIdOf(rating, digestOf)
  const both = [ran(ratings, rating), ran(orders, order)]
  const { told } = story(holder, both, [ran(ratings, rating)], [ran(orders, order)], both)
  expect(typesOf(told)).toEqual(['SuspicionRaised', '', '', ''])
})

test('after the period nothing new is raised, and what is known still follows its records', () => {
  const [early, late] = [suspicionBy(vacancies, { subject: 'early' }), suspicionBy(vacancies, { subject: 'late' })]
  const gone = suspicionBy(vacancies, { subject: 'gone' })
  const steps: Step[] = [
    [ran(vacancies, early, gone)],
    [ran(vacancies, early)],
    () => closed(),
    [ran(vacancies, { ...early, occurrences: 2 }, late, gone)],
    [ran(vacancies)],
  ]
  const { told } = story(vacatedId, ...steps)
  expect(typesOf(told)).toEqual([
    'SuspicionRaised,SuspicionRaised',
    'SuspicionWithdrawn',
    'SuspicionAmended',
    'SuspicionWithdrawn',
  ])
  expect(told[3]?.late.map(({ subject }) => subject).toSorted()).toEqual(['gone', 'late'])
})

test('a measured rate is alleged as it was measured, and amended by another', () => {
  const at = (measured: number) =>
    suspicionBy(rates, { subject: '2021', measured: rational(measured), records: [`measure:${measured}/100`] })
  const { told } = story(findingIdOf(at(69), digestOf), [ran(rates, at(69))], [ran(rates, at(68))])
  expect(told[1]?.facts).toMatchObject([{ type: 'SuspicionAmended', measured: rational(68) }])
})

test('ids are those of the web, short, and their own for each detection, clause, center and subject', () => {
  const ids = [vacated, again, { ...vacated, subject: '2' }, { ...vacated, centerId: id('other') }, rating].map((one) =>
    findingIdOf(one as typeof vacated, digestOf),
  )
  expect(new Set(ids).size).toBe(4)
  for (const one of ids) expect(one).toMatch(/^[a-z][a-z-]+-[0-9a-f]{20}$/)
})
