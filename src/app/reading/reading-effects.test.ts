import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people, xiayang } from '../../../test/fixtures/acting-office.ts'
import { f1, toReported, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId, type QuestionId } from '../../core/kernel/identifiers.ts'
import { answerQuestion } from '../acting/answer-question.ts'
import type { Actor } from '../people/actor.ts'
import { clauseSoFar } from './clause-so-far.ts'
import { rankCenters } from './rank-centers.ts'
import { readingEffects } from './reading-effects.ts'

const counting = id<QuestionId>('1.2/once-or-per-occurrence')
const f2 = id<FindingId>('f2')

async function twiceFound() {
  const office = await openedOffice()
  await toSubstantiated(office, f1, clauses.otherSystem)
  await toSubstantiated(office, f2, clauses.otherSystem)
  return office
}

test('what an answer would change is what it changes once it is given, and nothing is recorded by asking', async () => {
  const office = await twiceFound()
  const readings = kept(await readingEffects(office, people.assessor, assessmentId, counting))
  const totals = async () =>
    new Map(
      kept(await rankCenters(office, people.assessor, assessmentId, null)).ranked.map(({ sheet }) => [
        sheet.centerId,
        sheet,
      ]),
    )
  const before = (await totals()).get(xiayang)
  expect(before?.isSettled).toBe(false)
  expect(readings.flatMap(({ key, centers }) => centers.map(({ centerId }) => [key, centerId]))).toEqual([
    ['once', xiayang],
    ['each', xiayang],
  ])
  for (const { key, centers } of readings) {
    const said = { questionId: counting, reading: key, points: null, reason: '经会议研究' }
    kept(await answerQuestion(office, asks(people.assessor), said))
    const after = (await totals()).get(xiayang)
    const [effect] = centers
    expect(after?.score).toBe(effect?.score)
    expect(after?.interval).toEqual(effect?.interval)
    expect((before?.score ?? 0) + (effect?.change ?? NaN)).toBe(effect?.score)
  }
})

test.each<[string, QuestionId, Actor, string]>([
  ['a center', counting, people.staff, 'not-permitted'],
  ['an administrator', counting, people.administrator, 'not-permitted'],
  ['one who asks about no question', id<QuestionId>('9.9/floor-missing'), people.leader, 'question-unknown'],
])('%s is refused', async (_title, questionId, who, code) => {
  const office = await openedOffice()
  expect(await readingEffects(office, who, assessmentId, questionId)).toMatchObject({ refusal: { code } })
})

test.each<[string, Actor, number, number]>([
  ['an assessor', people.assessor, 2, -100],
  ['its center', people.staff, 2, -100],
  ['another center', people.otherStaff, 0, 0],
])('what a clause has come to, as %s may see it', async (_title, who, found, effect) => {
  const office = await openedOffice()
  await toSubstantiated(office)
  await toReported(office, f2)
  const soFar = kept(await clauseSoFar(office, who, assessmentId, clauses.vacated))
  expect(soFar.price).toBe('每例扣1分')
  expect(soFar.findings).toHaveLength(found)
  expect(soFar.counts.substantiated + soFar.counts.reported).toBe(found)
  expect(soFar.effect).toBe(effect)
})

test('a clause that is not in the rubric is refused', async () => {
  const office = await openedOffice()
  const nowhere = await clauseSoFar(office, people.assessor, assessmentId, id('9.9.9'))
  expect(nowhere).toMatchObject({ refusal: { code: 'clause-unknown' } })
})
