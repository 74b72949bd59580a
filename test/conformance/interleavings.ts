import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActOutcome, Asking } from '../../src/app/acting/act-plan.ts'
import { readRange } from '../../src/app/office/read-range.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { replay } from '../../src/core/ledger/evolve.ts'
import { interpretationsIn } from '../../src/core/ledger/interpretations-in.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { score } from '../../src/core/scoring/score.ts'
import { asks, assessmentId, district, kept, officeOver, type TestOffice } from '../fixtures/acting-office.ts'
import { draws, play, playerOf, steered, type Draw } from '../fixtures/random-acts.ts'
import { smallRubric } from '../fixtures/small-rubric.ts'

/** Two processes on the same stores, with one clock and one assessment opened; the first one's file is closed afterwards. */
export type Offices = readonly [TestOffice, TestOffice]

/** In so many stories everything typical happens: a property over stories in which nothing does would hold for nothing. */
const MANY = 150

/** Whoever acts whenever, on whichever of two processes: everything recorded was answered for once, and all agree on it. */
export function actsInterleave(store: string, open: () => Promise<Offices>, numRuns: number): void {
  test(`whoever acts whenever, from two processes on ${store}: the ledger, the state and the sheets agree`, async () => {
    const accepted = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(draws, async (story) => {
        const offices = await open()
        try {
          for (const group of groupsOf(story)) await playGroup(offices, group, accepted)
          await expectAgreement(offices)
        } finally {
          offices[0].file.close()
        }
      }),
      { numRuns },
    )
    if (numRuns >= MANY) for (const type of TYPICAL) expect([type, (accepted.get(type) ?? 0) > 0]).toEqual([type, true])
  }, 1_800_000)
}

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('9999-12-31') }

const TYPICAL: readonly LedgerEvent['type'][] = [
  'FindingReported',
  'SuspicionRaised',
  'SuspicionWithdrawn',
  'FindingNotified',
  'FindingAccepted',
  'FindingSubstantiated',
  'AppealFiled',
  'BonusProposed',
]

/** Steps asked for at once stand together. */
function groupsOf(story: readonly Draw[]): Draw[][] {
  const groups: Draw[][] = []
  for (const draw of story) {
    const last = groups.at(-1)
    if (last && draw.isAtOnce) last.push(draw)
    else groups.push([draw])
  }
  return groups
}

async function playGroup(offices: Offices, group: readonly Draw[], accepted: Map<string, number>): Promise<void> {
  const [{ clock, ledgers }] = offices
  const head = async () => kept(await ledgers.head(district, assessmentId))
  clock.pass(group[0]?.seconds ?? 0)
  const before = await head()
  const { state } = kept(await offices[0].live.look(district, assessmentId))
  const asked = group
    .map((draw) => steered(draw, state))
    .map((draw): [Draw, Asking] => [draw, asks(playerOf(draw), { seen: draw.seen })])
  const outcomes = await Promise.all(asked.map(([draw, asking]) => play(offices[draw.process], asking, draw)))
  const after = await head()
  const told = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.events : []))
  // Refusals recorded nothing, and everything recorded was answered for, once.
  expect(told.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: after.seq - before.seq }, (_, at) => before.seq + 1 + at),
  )
  if (told.length === 0) expect(after).toEqual(before)
  for (const { type } of told) accepted.set(type, (accepted.get(type) ?? 0) + 1)
  for (const [at, [draw, asking]] of asked.entries())
    if (draw.isAgain && outcomes[at]?.ok) {
      const again = await play(offices[1 - draw.process] ?? offices[0], asking, draw)
      expectRepeated(again, outcomes[at])
      expect(await head()).toEqual(after)
    }
}

function expectRepeated(again: ActOutcome, first: ActOutcome): void {
  expect(again).toMatchObject({ ok: true, value: { isRepeated: true } })
  if (again.ok && first.ok) expect(again.value.events).toEqual(first.value.events)
}

async function expectAgreement(offices: Offices): Promise<void> {
  const [{ ledgers, file, people: store }] = offices
  const { seq } = kept(await ledgers.head(district, assessmentId))
  const events = kept(await readRange(ledgers, district, assessmentId, 1, seq))
  const times = events.map(({ recordedAt }) => recordedAt)
  expect(times).toEqual(times.toSorted())
  const sheets = score(smallRubric, interpretationsIn(events), events, clocks)
  for (const office of [...offices, officeOver(file, store)]) {
    const live = kept(await office.live.look(district, assessmentId))
    expect(live.state).toEqual(replay(events))
    expect(live.scores.sheets()).toEqual(sheets)
  }
}
