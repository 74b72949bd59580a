import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  orders,
  otherCenter,
  rates,
  ratings,
  repairs,
  suspicionBy,
  vacancies,
} from '../../../test/fixtures/small-detections.ts'
import {
  acceptedBy,
  asEvents,
  center,
  dismissed,
  enrolled,
  notified,
  opened,
  substantiated,
} from '../../../test/fixtures/small-ledger.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { basis } from '../../../test/fixtures/small-suspicions.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { id, type EventKey } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { rational } from '../kernel/rational.ts'
import type { AssessmentState, Finding } from '../ledger/assessment-state.ts'
import type { Digest, DigestOf } from '../ledger/chain.ts'
import { decide, type Proposal } from '../ledger/decide.ts'
import { evolve, replay } from '../ledger/evolve.ts'
import { allegedBy } from './alleged-by.ts'
import type { Suspicion } from './detection.ts'
import { findingIdOf } from './finding-id.ts'
import { mergeEvents } from './merge-events.ts'
import { reconcile, type Ran } from './reconcile.ts'

const digestOf: DigestOf = (text) => createHash('sha256').update(text).digest('hex') as Digest
const DETECTIONS = [vacancies, repairs, ratings, orders, rates]
const { by, actedAt, recordedAt } = opened()
const start = replay(asEvents([opened(), enrolled(), enrolled({ centerId: otherCenter, name: '盈浦街道' })]))
const numRuns = process.env['NIGHTLY'] ? 20_000 : 200

/** Few subjects, so that runs meet what runs before them found. */
const something = fc.record({
  subject: fc.constantFrom('1', '2', '3'),
  centerId: fc.constantFrom(center, center, otherCenter),
  occurrences: fc.integer({ min: 1, max: 3 }),
  occurredOn: fc.constantFrom(plainDate('2021-05-10'), plainDate('2021-05-11')),
  eventKey: fc.constantFrom(null, id<EventKey>('e1'), id<EventKey>('e2')),
  records: fc.subarray(['a@1', 'b@1', 'b@2', 'c@1'], { minLength: 1 }),
  measured: fc.integer({ min: 60, max: 69 }),
})

/** Null for a detection that does not run this time. */
const run: fc.Arbitrary<readonly Ran[]> = fc
  .tuple(...DETECTIONS.map(() => fc.option(fc.array(something, { maxLength: 5 }), { freq: 4 })))
  .map((each) =>
    each.flatMap((found, at): Ran[] => {
      const detection = DETECTIONS[at]
      if (found === null || !detection) return []
      const suspicions = found.map(({ measured, records, ...rest }) =>
        suspicionBy(detection, {
          ...rest,
          measured: detection === rates ? rational(measured) : null,
          records: records.map((record) => `${detection.dataSets[0]}/s/${record}`).toSorted(),
        }),
      )
      const ofEach = new Map(suspicions.map((one) => [`${one.centerId} ${one.subject}`, one]))
      return [{ detection, basis, found: [...ofEach.values()] }]
    }),
  )

const deed = fc.record({ deed: fc.nat(4), finding: fc.nat(20) })
const story = fc.array(fc.oneof(run, fc.array(deed, { maxLength: 6 })), { minLength: 2, maxLength: 8 })

/** What people do about what was found: told, answered, decided one way or the other. */
function afterDeeds(state: AssessmentState, deeds: readonly { deed: number; finding: number }[]): AssessmentState {
  let now = state
  for (const { deed: which, finding: at } of deeds) {
    const findings = [...now.findings.values()]
    const finding = findings[at % Math.max(1, findings.length)]
    if (!finding) continue
    const { findingId, clauseId, occurredOn } = finding
    const steps = [notified(), acceptedBy(), substantiated(clauseId, { occurredOn }), dismissed(), notified()]
    const proposal = { ...(steps[which] ?? notified()), findingId } as Proposal
    if (decide(now, smallRubric, proposal).ok) now = evolve(now, { ...proposal, seq: now.seq + 1 })
  }
  return now
}

/** Throws where the ledger's own rules refuse a fact: a run must never ask for what is not lawful. */
function afterRun(state: AssessmentState, ran: readonly Ran[]): AssessmentState {
  return reconcile({ rubric: smallRubric, state, digestOf }, ran).facts.reduce((now, fact) => {
    const proposal: Proposal = { ...fact, by, actedAt, recordedAt }
    const verdict = decide(now, smallRubric, proposal)
    if (!verdict.ok) throw new Error(`${fact.type}: ${verdict.refusal.message}`)
    return evolve(now, { ...proposal, seq: now.seq + 1 })
  }, state)
}

function eachRun(check: (before: AssessmentState, ran: readonly Ran[], after: AssessmentState) => void) {
  let runs = 0
  fc.assert(
    fc.property(story, (steps) => {
      let state = start
      for (const step of steps) {
        if (!isRun(step)) state = afterDeeds(state, step)
        else {
          const after = afterRun(state, step)
          check(state, step, after)
          runs += step.length
          state = after
        }
      }
    }),
    { numRuns },
  )
  expect(runs).toBeGreaterThan(numRuns)
}

function isRun(step: readonly Ran[] | readonly { deed: number; finding: number }[]): step is readonly Ran[] {
  return step.length > 0 && step.every((one) => 'detection' in one)
}

const isDecided = ({ standing }: Finding) => ['substantiated', 'dismissed', 'reversed'].includes(standing)
const isOpen = ({ standing }: Finding) => standing === 'suspected' || standing === 'notified'
const textOf = (suspicion: Suspicion) => canonicalJson([findingIdOf(suspicion, digestOf), allegedBy(suspicion)])

test('running again tells nothing', () => {
  eachRun((_before, ran, after) => {
    expect(reconcile({ rubric: smallRubric, state: after, digestOf }, ran).facts).toEqual([])
  })
})

test('where all detections ran, what is open afterwards is what was found and is not decided', () => {
  eachRun((before, ran, after) => {
    if (ran.length < DETECTIONS.length) return
    const { suspicions } = mergeEvents(
      smallRubric,
      ran.flatMap(({ found }) => found),
    )
    const undecided = suspicions.filter((one) => {
      const known = before.findings.get(findingIdOf(one, digestOf))
      return !known || !isDecided(known)
    })
    const open = [...after.findings.values()].filter(isOpen)
    const alleged = open.map(({ findingId, ...finding }) => {
      const { occurrences, occurredOn, eventKey, measured, unmet, description, records } = finding
      return canonicalJson([findingId, { occurrences, occurredOn, eventKey, measured, unmet, description, records }])
    })
    expect(alleged.toSorted()).toEqual(undecided.map(textOf).toSorted())
  })
})

test('what was decided is at most flagged', () => {
  eachRun((before, _ran, after) => {
    for (const [findingId, was] of before.findings)
      if (isDecided(was)) {
        const is = after.findings.get(findingId)
        expect({ ...is, flags: [], because: [] }).toEqual({ ...was, flags: [], because: [] })
        expect(is?.flags.slice(0, was.flags.length)).toEqual(was.flags)
      }
  })
})

test('of a detection that did not run, nothing is touched', () => {
  eachRun((before, ran, after) => {
    for (const [findingId, was] of before.findings)
      if (!ran.some(({ detection }) => detection.name === was.detection))
        expect(after.findings.get(findingId)).toEqual(was)
  })
})

test('the order in which detections ran and found does not matter', () => {
  eachRun((before, ran) => {
    const turned = ran.map((one) => ({ ...one, found: one.found.toReversed() })).toReversed()
    const given = { rubric: smallRubric, state: before, digestOf }
    expect(reconcile(given, turned)).toEqual(reconcile(given, ran))
  })
})
