import { beforeAll, describe, expect, test } from 'vitest'
import { learn } from '../../src/app/detecting/learn.ts'
import { compareKey } from '../../src/app/example-records/compare-key.ts'
import { findInRecords } from '../../src/app/example-records/find-in-records.ts'
import { correctTrial, type CorrectedTrial } from '../../src/app/example-records/records-trial.ts'
import { FOLDER_TENANT } from '../../src/app/folder-records/record-folder.ts'
import { tellCorrection } from '../../src/app/example-records/tell-correction.ts'
import { generateYear } from '../../src/app/example-year/generate-year.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { replay } from '../../src/core/ledger/evolve.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { holdTrial, valueOf, type HeldTrial } from './held-trial.ts'
import { expectAgreement, wrongOf } from './expect-agreement.ts'
import { DETECTIONS } from './year-of-records.ts'

const quiet = () => undefined

/** A whole year takes seconds; a machine that is busy with more takes its time. */
const HOOK_MS = 120_000

let held: HeldTrial
beforeAll(async () => {
  held = await holdTrial({ seed: 1 })
  return held.end
}, HOOK_MS)

describe('the whole year of seed 1', () => {
  test('what is found is exactly what was planted, clause by clause', () => {
    expectAgreement(held.trial.agreement)
  })

  test('every file was taken in whole, none of its records twice', () => {
    for (const { rows, report } of held.trial.sources)
      expect(report).toMatchObject({ rows, added: rows, corrected: 0, unchanged: 0 })
  })

  test.each(DETECTIONS.map(({ name }) => name))('a breach of %s that was planted and is forgotten shows', (name) => {
    const forgotten = held.trial.year.key.findIndex(({ detection }) => detection === name)
    const agreement = compareKey(held.trial.year.key.toSpliced(forgotten, 1), held.trial.runs)
    expect(wrongOf(agreement)).toEqual([expect.stringMatching(`^\\S+ 多出：${name} `)])
  })

  test('a breach that was planted and is not found shows', () => {
    const runs = held.trial.runs.map((run) =>
      run.ran ? { ...run, ran: { ...run.ran, found: run.ran.found.slice(1) } } : run,
    )
    const missing = wrongOf(compareKey(held.trial.year.key, runs))
    expect(missing).toHaveLength(DETECTIONS.length)
    expect(missing.every((line) => line.includes(' 漏掉：'))).toBe(true)
  })

  test.each([
    ['online-response-late', 'response_working_days = 2', 'response_working_days = 1'],
    ['online-response-late', 'response_working_days = 2', 'response_working_days = 3'],
    ['equipment-repair-late', 'repair_working_days = 5', 'repair_working_days = 4'],
    ['self-rating', 'burst_seconds = 30', 'burst_seconds = 31'],
    ['counter-vacated', 'pause_minutes = 15', 'pause_minutes = 14'],
    ['appointment-late', 'wait_minutes = 30', 'wait_minutes = 29'],
    ['online-rate-low', 'min_online_rate = 50', 'min_online_rate = 51'],
    ['general-counter-unbalanced', 'imbalance_percent = 50', 'imbalance_percent = 49'],
  ])('%s with another number finds something else: %s -> %s', async (name, from, to) => {
    const detections = DETECTIONS.filter((one) => one.name === name)
    const changed = detections.map((one) => ({ name, text: one.text.replace(from, to) }))
    expect(changed[0]?.text).not.toBe(detections[0]?.text)
    const { setting, line, year } = held.trial
    const search = { ...held.given, ...setting, line, tenantId: FOLDER_TENANT, detections: changed }
    const runs = valueOf(await findInRecords(held.ports.records, search, quiet))
    expect(wrongOf(compareKey(year.key, runs))).not.toEqual([])
  })
})

describe('its people and a second batch', () => {
  let events: readonly LedgerEvent[]
  let corrected: CorrectedTrial
  beforeAll(async () => {
    events = generateYear({ ...held.given, found: held.trial.found })
    corrected = valueOf(await correctTrial(held.ports, held.given, held.trial, replay(events), quiet))
  }, HOOK_MS)

  test('the ledger holds every suspicion once, and the same run again adds nothing', () => {
    const { rubric, digestOf } = held.given
    const raised = events.filter((event) => event.type === 'SuspicionRaised')
    expect(raised).toHaveLength(held.trial.found.suspicions.length)
    expect(learn(rubric, replay(events), digestOf, held.trial.runs).facts).toEqual([])
  })

  test('one event in two systems is one suspicion whose records come from both', () => {
    const { key } = held.trial.year
    const both = key.filter(
      ({ detection, eventKey }) =>
        detection === 'poor-rating-substantiated' &&
        key.some((other) => other.detection === 'hotline-complaint-substantiated' && other.eventKey === eventKey),
    )
    expect(both.length).toBeGreaterThan(2)
    for (const { eventKey } of both) {
      const shared = held.trial.found.suspicions.filter((one) => one.eventKey === eventKey && one.clauseId !== '10.3.2')
      expect(shared).toHaveLength(1)
      expect(shared[0]?.records.map((ref) => ref.split('/')[0])).toEqual(['hotline_orders', 'ratings'])
    }
  })

  test('what is found after a correction is exactly what is left of it', () => {
    expectAgreement(corrected.agreement)
    expect(corrected.sources.some(({ report }) => report.corrected > 0)).toBe(true)
    expect(corrected.sources.some(({ report }) => report.added > 0)).toBe(true)
  })

  test('what nobody had decided is withdrawn or amended, what was decided is flagged, what is new comes too late', () => {
    const standings = replay(events).findings
    const { facts, late } = corrected.learned
    expect(new Set(facts.map(({ type }) => type))).toEqual(
      new Set(['SuspicionWithdrawn', 'SuspicionAmended', 'FindingFlagged']),
    )
    for (const { type, findingId } of facts) {
      const isDecided = ['substantiated', 'dismissed', 'reversed'].includes(standings.get(findingId)?.standing ?? '')
      expect(isDecided).toBe(type === 'FindingFlagged')
    }
    const { key, correction } = held.trial.year
    expect(late.length).toBe(newIn(key, correction.key).length)
    const gone = newIn(correction.key, key).map(({ records }) => records[0])
    const told = facts.filter(
      (one) => one.type === 'SuspicionWithdrawn' || (one.type === 'FindingFlagged' && one.occurrences === 0),
    )
    expect(told.length).toBe(gone.length)
  })

  test('told to the ledger, the corrected run again adds nothing, and no point has moved', () => {
    const { rubric, digestOf } = held.given
    const after = tellCorrection(rubric, events, corrected.learned.facts, held.trial.setting.asOf)
    expect(after).toHaveLength(events.length + corrected.learned.facts.length)
    const before = replay(events)
    for (const [findingId, { decision }] of replay(after).findings)
      expect(decision).toEqual(before.findings.get(findingId)?.decision)
    expect(learn(rubric, replay(after), digestOf, corrected.runs).facts).toEqual([])
  })
})

/** Other numbers than the notice's office has chosen, in every detection that has any. */
const NUMBERS: Readonly<Record<string, number>> = {
  response_working_days: 3,
  faults_allowed: 2,
  repair_working_days: 3,
  burst_seconds: 40,
  burst_ratings: 4,
  pause_minutes: 20,
  lunch_minute: 725,
  afternoon_on_rest_days: 0,
  forward_working_days: 2,
  answer_working_days: 4,
  confirm_working_days: 2,
  wait_minutes: 45,
  expected_cases: 15,
  imbalance_percent: 40,
  least_cases: 80,
  visit_kinds: 1,
  least_working_days: 3,
  min_online_rate: 60,
}

test('whatever the numbers, over three months, what is found is exactly what was planted by them', async () => {
  const detections = DETECTIONS.map(({ name, text }) => ({ name, text: text.replaceAll(PARAMETER, withOther) }))
  const changed = detections.filter(({ text }, at) => text !== DETECTIONS[at]?.text)
  const free = DETECTIONS.filter(({ parameters }) => parameters.some(({ question }) => question === null))
  expect(changed.map(({ name }) => name)).toEqual(free.map(({ name }) => name))
  const part = { from: plainDate('2021-02-01'), to: plainDate('2021-04-30') }
  // With its question open, what is poor has another number too: three stars.
  const other = await holdTrial({ seed: 6, detections, period: part, readingOf: () => null })
  expectAgreement(other.trial.agreement)
  await other.end()
})

const PARAMETER = /^(?<lead>-- 参数：(?<name>[a-z_]+) = )\d+/gmu

function withOther(whole: string, lead: string, name: string): string {
  const value = NUMBERS[name]
  return value === undefined ? whole : `${lead}${value}`
}

type Key = HeldTrial['trial']['year']['key']

/** What is in the second and not, under the same name, in the first. */
function newIn(first: Key, second: Key): Key {
  const named = new Set(first.map(nameOf))
  return second.filter((breach) => !named.has(nameOf(breach)))
}

function nameOf({ detection, centerId, subject }: Key[number]): string {
  return `${detection} ${centerId} ${subject}`
}
