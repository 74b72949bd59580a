import { beforeAll, expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  kept,
  openedOffice,
  people,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { appealed, proposed } from '../../../test/fixtures/acting-plays.ts'
import { amountOf, decided, toAccepted } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import { dayOf, timestamp } from '../../core/kernel/timestamp.ts'
import { applyEvent, draftOf } from '../../core/ledger/apply-event.ts'
import { emptyAssessment, replay } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { decideAmount } from '../acting/decide-amount.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'
import { readLedger, type LedgerPage } from '../reading/read-ledger.ts'
import { checkpointsOf } from './checkpoints.ts'
import type { LiveAssessment } from './live-assessment.ts'
import { stateAfter, stateOn } from './past-state.ts'

const f2 = id<FindingId>('f2')

let office: TestOffice
let entries: LedgerPage['entries']
let live: LiveAssessment

/** A ledger of several days, with a checkpoint after every third event. */
beforeAll(async () => {
  office = await openedOffice()
  kept(await appealed(office))
  office.clock.set(timestamp('2021-05-26T09:00:00+08:00'))
  await toAccepted(office, f2, clauses.training)
  kept(await substantiateFinding(office, asks(people.assessor), decided(clauses.training, f2)))
  office.clock.set(timestamp('2021-05-28T09:00:00+08:00'))
  kept(await proposed(people.staff)(office))
  kept(await decideAmount(office, asks(people.assessor), { findingId: f2, ...amountOf('2') }))
  entries = kept(await readLedger(office, people.auditor, assessmentId, 0, 500)).entries
  const state = draftOf(emptyAssessment)
  const { checkpoints, note } = checkpointsOf(state, 3)
  for (const { event, digest } of entries) {
    applyEvent(state, event)
    note({ seq: event.seq, digest }, event.recordedAt)
  }
  live = { ...kept(await office.live.look(people.leader.tenantId, assessmentId)), checkpoints }
})

test('from the nearest checkpoint every past state is that of the ledger folded from its beginning', async () => {
  expect(live.checkpoints.length).toBeGreaterThan(3)
  for (const {
    event: { seq },
    digest,
  } of entries) {
    const past = kept(await stateAfter(office, live, seq))
    expect(past).toEqual({ state: replay(eventsUntil((one) => one.seq <= seq)), head: { seq, digest } })
  }
})

test('as it was known at the end of a day, likewise', async () => {
  const days = new Set(entries.map(({ event }) => dayOf(event.recordedAt)))
  expect(days.size).toBeGreaterThan(2)
  for (const day of days) {
    const known = eventsUntil((one) => dayOf(one.recordedAt) <= day)
    const past = kept(await stateOn(office, live, day))
    expect([day, past.state, past.head.seq]).toEqual([day, replay(known), known.at(-1)?.seq])
  }
})

function eventsUntil(isThere: (event: LedgerEvent) => boolean) {
  return entries.map(({ event }) => event).filter(isThere)
}
