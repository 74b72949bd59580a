import { expect, test } from 'vitest'
import { asks, kept, opening, people, testOffice, type TestOffice } from '../../../test/fixtures/acting-office.ts'
import { f1, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { id, type AppealId, type QuestionId, type RubricId } from '../../core/kernel/identifiers.ts'
import { points } from '../../core/kernel/points.ts'
import type { Question } from '../../core/rubric/question.ts'
import { answerQuestion } from './answer-question.ts'
import { fileAppeal } from './file-appeal.ts'
import { openAssessment } from './open-assessment.ts'
import { upholdFinding } from './uphold-finding.ts'

const questionId = id<QuestionId>('2.1/amount-missing')
const appealId = id<AppealId>('a1')

/** The small rubric with a question whose answer names the amount of its discretionary clause. */
const asking: Question = {
  id: questionId,
  code: 'amount-missing',
  criterionId: null,
  clauseIds: [clauses.training],
  sectionIds: [],
  span: { start: 0, end: 0 },
  why: '未写扣多少分',
  readings: [{ key: 'two', label: '每次扣2分', effect: { kind: 'amount', points: points('2') } }],
}
const rubric = { ...smallRubric, id: id<RubricId>('asking-2021'), questions: [...smallRubric.questions, asking] }

const answer = async (office: TestOffice) =>
  kept(
    await answerQuestion(office, asks(people.otherAssessor), {
      questionId,
      reading: 'two',
      points: null,
      reason: '比照',
    }),
  )

async function undecided(): Promise<TestOffice> {
  const office = await testOffice()
  const digestOf = office.digester('sha256')
  const rubricDigest = digestOf(canonicalJson(rubric))
  const notice = '样例通知'
  kept(
    await office.rubrics.keep(people.assessor.tenantId, {
      rubric,
      rubricDigest,
      notice,
      noticeDigest: digestOf(notice),
    }),
  )
  kept(await openAssessment(office, asks(people.assessor), { ...opening, rubricDigest }))
  await toSubstantiated(office, f1, clauses.training)
  return office
}

test('an answer that names the amount serves the decisions that it makes whole, with their days for an appeal', async () => {
  const { events } = await answer(await undecided())
  expect(events).toMatchObject([
    { type: 'QuestionAnswered' },
    { type: 'DecisionServed', findingId: f1, appealBy: { workingDays: 10 } },
  ])
})

test('what is served once is not served by the next answer', async () => {
  const office = await undecided()
  await answer(office)
  expect((await answer(office)).events).toMatchObject([{ type: 'QuestionAnswered' }])
})

test('while an appeal is pending nothing is served; upholding it serves what became whole', async () => {
  const office = await undecided()
  kept(await fileAppeal(office, asks(people.staff), { appealId, findingId: f1, grounds: '当日停电', evidence: [] }))
  expect((await answer(office)).events).toMatchObject([{ type: 'QuestionAnswered' }])
  const upheld = await upholdFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason: '时段不符' })
  expect(kept(upheld).events).toMatchObject([{ type: 'FindingUpheld' }, { type: 'DecisionServed', findingId: f1 }])
})
