import { expect, test } from 'vitest'
import {
  asks,
  district,
  kept,
  officeOver,
  openedOffice,
  people,
  xiayang,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import {
  appealed,
  bonusId,
  closed,
  notified,
  planned,
  proposed,
  reason,
  sealed,
  submitted,
  suspicion,
  type Play,
} from '../../../test/fixtures/acting-plays.ts'
import { f1, toReported } from '../../../test/fixtures/acting-story.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { addDays, plainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Actor } from '../people/actor.ts'
import type { Office } from '../office/office.ts'
import { approveBonus } from '../acting/approve-bonus.ts'
import { dismissFinding } from '../acting/dismiss-finding.ts'
import { myMessages } from './my-messages.ts'
import { notifyFinding } from '../acting/notify-finding.ts'
import { publishResults } from '../acting/publish-results.ts'
import { raiseSuspicion } from '../acting/raise-suspicion.ts'
import { remind } from './remind.ts'
import { returnRectification } from '../acting/return-rectification.ts'
import { upholdFinding } from '../acting/uphold-finding.ts'
import { withdrawSuspicion } from '../acting/withdraw-suspicion.ts'
import { id, type AppealId, type FindingId } from '../../core/kernel/identifiers.ts'

const page = { before: null, limit: 50 }
const then =
  (before: Play, next: Play): Play =>
  async (office) => {
    kept(await before(office))
    return next(office)
  }
const raised: Play = (office) => raiseSuspicion(office, asks(people.clerk), suspicion())
const takeBack: Play = (office) => withdrawSuspicion(office, asks(people.clerk), { findingId: f1, reason })
const takenBack = then(raised, takeBack)
const takenBackLate = then(
  then(raised, (office) => notifyFinding(office, asks(people.assessor), { findingId: f1 })),
  takeBack,
)
const review = { appealId: id<AppealId>('appeal-1'), findingId: f1, reason }

test.each<[who: string, actor: Actor, play: Play, subjects: string[]]>([
  ['its center of a finding', people.staff, notified, ['finding-notified']],
  ['no other center', people.otherStaff, notified, []],
  ['assessors of a finding', people.assessor, notified, ['finding-reported']],
  ['reviewers of an appeal', people.reviewer, appealed, ['appeal-filed']],
  ['the center of its decision', people.staff, appealed, ['decision-served', 'finding-notified']],
  [
    'the center of a review',
    people.staff,
    then(appealed, (office) => upholdFinding(office, asks(people.reviewer), review)),
    ['appeal-decided', 'decision-served', 'finding-notified'],
  ],
  ['inspectors of a rectification', people.inspector, submitted, ['rectification-submitted']],
  [
    'the center of one returned',
    people.staff,
    then(submitted, (office) => returnRectification(office, asks(people.inspector), { findingId: f1, reason })),
    ['rectification-returned', 'finding-notified'],
  ],
  [
    'the center of a bonus',
    people.staff,
    then(proposed(people.staff), (office) =>
      approveBonus(office, asks(people.assessor), { bonusId, occurrences: 1, points: 50 as never, reason }),
    ),
    ['bonus-decided'],
  ],
  [
    'every center of the results',
    people.otherStaff,
    then(sealed, (office) => publishResults(office, asks(people.assessor), { statement: '公示' })),
    ['results-published'],
  ],
  [
    'nobody of a finding dismissed before the center knew',
    people.staff,
    async (office) => {
      await toReported(office)
      return dismissFinding(office, asks(people.assessor), { findingId: f1, reason })
    },
    [],
  ],
  ['nobody of a closing', people.staff, closed, []],
  [
    'assessors of a suspicion, and that a clerk took it back',
    people.assessor,
    takenBack,
    ['suspicion-withdrawn', 'finding-reported'],
  ],
  ['no center of a suspicion that it was never told of', people.staff, takenBack, []],
  ['its center of one that it was told of', people.staff, takenBackLate, ['suspicion-withdrawn', 'finding-notified']],
])('tells %s', async (_who, actor, play, subjects) => {
  const office = await openedOffice()
  kept(await play(office))
  expect(kept(await myMessages(office, actor, page)).entries.map(({ subject }) => subject)).toEqual(subjects)
})

test('a message says what, by when, and where', async () => {
  const office = await openedOffice()
  kept(await notified(office))
  expect(kept(await myMessages(office, people.staff, page)).entries[0]).toMatchObject({
    messageId: 'a2021/6/finding-notified/xiayang',
    text: '夏阳街道 1.1.1 款第5号的问题已经登记，请在 2021-05-31 以前答复',
    link: '/assessments/a2021/findings/f1',
    to: { kind: 'center', centerId: xiayang },
  })
})

/** Notified on Monday 24 May, to be answered by Monday 31 May: the working day before is Friday 28 May. */
test.each<[day: string, reminded: number]>([
  ['2021-05-27', 0],
  ['2021-05-28', 1],
  ['2021-05-30', 1],
  ['2021-05-31', 1],
  ['2021-06-01', 0],
])('a round on %s lays down %i reminders, however often it runs', async (day, reminded) => {
  const office = await openedOffice()
  kept(await notified(office))
  office.clock.set(timestamp(`${day}T08:00:00+08:00`))
  for (let round = 0; round < 3; round += 1) kept(await remind(office))
  const told = kept(await myMessages(office, people.staff, page)).entries.filter(
    ({ subject }) => subject === 'reply-due',
  )
  expect(told.length).toBe(reminded)
})

const later = {
  version: 'later',
  from: plainDate('2021-05-01'),
  to: plainDate('2021-05-31'),
  workDays: new Set<PlainDate>(),
}

/** Notified on 24 May with a last day of 31 May: to be reminded of from 28 May on. */
test.each<
  [what: string, first: string, then: string, between: (office: TestOffice) => Promise<unknown>, reads: number]
>([
  ['on the same day is not read again', '2021-05-28', '2021-05-28', async () => null, 1],
  [
    'is read again when it has moved',
    '2021-05-28',
    '2021-05-28',
    (office) => toReported(office, id<FindingId>('f9')),
    2,
  ],
  ['with nothing else to come is not read again on the next day', '2021-05-28', '2021-05-29', async () => null, 1],
  ['before the day is not read before the day', '2021-05-25', '2021-05-27', async () => null, 1],
  ['before the day is read again on the day', '2021-05-25', '2021-05-28', async () => null, 2],
  ['before the day is read again after it', '2021-05-25', '2021-06-07', async () => null, 2],
  ['under another clock is read again', '2021-06-07', '2021-05-28', async () => null, 2],
  [
    'is read again under other calendars',
    '2021-05-25',
    '2021-05-26',
    ({ people }) => people.addCalendar(district, { ...later, restDays: new Set([plainDate('2021-05-28')]) }),
    2,
  ],
])('a ledger that was looked at %s, by whichever node', async (_what, first, then, between, reads) => {
  const office = await openedOffice()
  kept(await notified(office))
  let read = 0
  const node = (one: TestOffice): TestOffice => {
    const look: Office['live']['look'] = async (...asked) => {
      read += 1
      return one.live.look(...asked)
    }
    return { ...one, live: { ...one.live, look } }
  }
  const other = { ...officeOver(office.file, office.people), clock: office.clock }
  office.clock.set(timestamp(`${first}T08:00:00+08:00`))
  kept(await remind(node(office)))
  await between(office)
  office.clock.set(timestamp(`${then}T09:00:00+08:00`))
  kept(await remind(node(other)))
  kept(await remind(node(office)))
  expect(read).toBe(reads)
})

test('day by day, a new node each day lays down what one does that reads every ledger every day', async () => {
  const laidDown = async (note: (office: TestOffice) => Office['looks']['note']) => {
    const office = await openedOffice()
    kept(await planned(6)(office))
    const laid: number[] = []
    for (let day = plainDate('2021-05-24'); day < plainDate('2021-06-20'); day = addDays(day, 1)) {
      office.clock.set(timestamp(`${day}T08:00:00+08:00`))
      const node = { ...officeOver(office.file, office.people), clock: office.clock }
      kept(await remind({ ...node, looks: { ...node.looks, note: note(node) } }))
      laid.push(kept(await office.outbox.unplanned(district, 1_000)).length)
      if (day !== plainDate('2021-05-26')) continue
      await toReported(office, id<FindingId>('f9'))
      kept(await notifyFinding(office, asks(people.assessor), { findingId: id<FindingId>('f9') }))
    }
    return laid
  }
  const everyDay = await laidDown(() => async () => accepted(null))
  expect(await laidDown(({ looks }) => looks.note)).toEqual(everyDay)
  expect(new Set(everyDay).size).toBeGreaterThan(3)
})

test('a rectification and an appeal are reminded of too', async () => {
  const office = await openedOffice()
  kept(await planned(1)(office))
  kept(await remind(office))
  expect(kept(await myMessages(office, people.staff, page)).entries.map(({ subject }) => subject)).toContain(
    'rectification-due',
  )
})
