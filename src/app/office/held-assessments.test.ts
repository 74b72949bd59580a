import { expect, test } from 'vitest'
import {
  asks,
  district,
  kept,
  officeOver,
  openedOffice,
  opening,
  people,
} from '../../../test/fixtures/acting-office.ts'
import { alleged } from '../../../test/fixtures/acting-story.ts'
import { nodeDigester } from '../../adapters/digests/node-digester.ts'
import { id, type AssessmentId, type FindingId } from '../../core/kernel/identifiers.ts'
import { openAssessment } from '../acting/open-assessment.ts'
import { reportFinding } from '../acting/report-finding.ts'
import { listAssessments } from '../reading/list-assessments.ts'
import { warmUp } from '../reading/warm-up.ts'
import { remind } from '../telling/remind.ts'
import { heldAssessments } from './held-assessments.ts'
import type { LiveDraft } from './live-assessment.ts'
import { liveAssessments } from './live-assessments.ts'

const MEGABYTE_OF_EVENTS = 1_900

/** What is held is known by its name and its events only. */
function draftOf(seq: number): LiveDraft {
  return { head: { seq } } as LiveDraft
}

test.each<[what: string, uses: string, held: string]>([
  ['what fits is all held', 'put a, put b', 'a b'],
  ['the longest unused is let go', 'put a, put b, put c', 'b c'],
  ['asking for one is using it', 'put a, put b, get a, put c', 'a c'],
  ['what is followed stays', 'put a, hold a, put b, put c', 'a c'],
  ['what is followed no more does not', 'put a, hold a, put b, leave, put c', 'b c'],
  ['leaving twice is leaving once', 'put a, hold a, hold a, put b, leave, leave, leave, put c', 'b c'],
  ['of two followers one leaves', 'put a, hold a, hold a, put b, leave, put c', 'a c'],
  ['what an act has its turn on stays', 'put busy, put b, put c', 'busy c'],
  ['one that is larger than the bound is held alone', 'put a, put b, put large', 'large'],
  ['where all are followed, more are held than there is memory for', 'put a, hold a, put b, hold b, put c', 'a b c'],
])('%s', (_what, uses, left) => {
  const held = heldAssessments(2.6, (key) => key === 'busy')
  const leaving: (() => void)[] = []
  for (const use of uses.split(', ')) {
    const [verb, key = ''] = use.split(' ')
    if (verb === 'put') held.put(key, draftOf(key === 'large' ? 9 * MEGABYTE_OF_EVENTS : MEGABYTE_OF_EVENTS))
    if (verb === 'get') held.get(key)
    const hold = verb === 'hold' ? held.hold(key, held.get(key) ?? draftOf(0)) : null
    if (hold !== null) leaving.push(hold)
    if (verb === 'leave') (leaving.length > 1 ? leaving.pop() : leaving[0])?.()
  }
  const names = ['busy', 'a', 'b', 'c', 'large']
  expect(names.filter((name) => held.get(name) !== undefined).join(' ')).toBe(left)
  expect(held.counts().held).toBe(left.split(' ').length)
})

test('one that was let go cannot be followed as it was', () => {
  const held = heldAssessments(1, () => false)
  const [one, other] = [draftOf(1), draftOf(1)]
  held.put('a', one)
  expect(held.hold('a', other)).toBe(null)
  held.drop('a')
  expect(held.hold('a', one)).toBe(null)
})

test('an office with memory for one assessment answers and acts as one that holds them all', async () => {
  const whole = await openedOffice()
  const others = ['b2021', 'c2021'].map((name) => id<AssessmentId>(name))
  for (const assessmentId of others) kept(await openAssessment(whole, asks(people.assessor, { assessmentId }), opening))
  const live = liveAssessments({ ...whole.file, digester: nodeDigester, heldMegabytes: 0.3 })
  const small = { ...officeOver(whole.file, whole.people), live }
  expect(kept(await warmUp(small))).toBe(1)
  for (const findingId of ['f1', 'f2', 'f3'].map((name) => id<FindingId>(name)))
    for (const assessmentId of others)
      kept(await reportFinding(small, asks(people.inspector, { assessmentId }), alleged(undefined, { findingId })))
  expect(live.counts()).toMatchObject({ held: 1, megabytes: 1 })
  expect(live.counts().letGo).toBeGreaterThan(3)
  expect(kept(await listAssessments(small, people.assessor))).toEqual(
    kept(await listAssessments(whole, people.assessor)),
  )
})

test.each<[megabytes: number, at: string]>([
  [0.25, 'c2021'],
  [0.45, 'b2021 c2021'],
  [9, 'a2021 b2021 c2021'],
])('%d megabytes are warmed with those in which something happened last: %s', async (heldMegabytes, expected) => {
  const office = await openedOffice()
  const names = ['c2021', 'b2021'].map((name) => id<AssessmentId>(name))
  for (const assessmentId of names.toReversed()) {
    office.clock.pass(60)
    kept(await openAssessment(office, asks(people.assessor, { assessmentId }), opening))
  }
  kept(await remind(office))
  const live = liveAssessments({ ...office.file, digester: nodeDigester, heldMegabytes })
  const node = { ...officeOver(office.file, office.people), live }
  const count = expected.split(' ').length
  for (let round = 0; round < 2; round += 1) expect(kept(await warmUp(node))).toBe(count)
  expect(live.counts()).toMatchObject({ held: count, letGo: 0 })
  const atHand = ['a2021', 'b2021', 'c2021'].filter((name) => live.hasRoom(district, id<AssessmentId>(name), 1e9))
  expect(atHand.join(' ')).toBe(expected)
})
