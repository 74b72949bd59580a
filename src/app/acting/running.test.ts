import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  district,
  kept,
  opening,
  openedOffice,
  people,
  testOffice,
  xiayang,
  yingpu,
} from '../../../test/fixtures/acting-office.ts'
import { f1, toReported } from '../../../test/fixtures/acting-story.ts'
import { id, type RubricId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { adoptRubric } from './adopt-rubric.ts'
import { checkReadiness } from '../reading/check-readiness.ts'
import { notifyFinding } from './notify-finding.ts'
import { openAssessment } from './open-assessment.ts'
import { sealAssessment } from './seal-assessment.ts'
import { reason, closed } from '../../../test/fixtures/acting-plays.ts'

test('what stood against a seal is kept with its reason, and each sheet by its digest', async () => {
  const office = await openedOffice()
  await toReported(office)
  kept(await closed(office))
  const readiness = kept(await checkReadiness(office, people.assessor, assessmentId))
  expect(readiness.matters.find(({ code }) => code === 'finding-undecided')).toMatchObject({
    link: '/assessments/a2021/findings/f1',
  })
  const { events } = kept(await sealAssessment(office, asks(people.assessor), { forcedBecause: reason }))
  expect(events[0]).toMatchObject({
    sheets: [{ centerId: xiayang }, { centerId: yingpu }],
    forced: { reason, blockers: expect.arrayContaining([{ code: 'finding-undecided', ref: 'f1', centerId: xiayang }]) },
  })
  const again = kept(await office.live.look(district, assessmentId))
  expect(again.state.seal?.sheets.length).toBe(2)
})

test('a year without a calendar is refused, and a deadline over the turn of the year names both', async () => {
  const office = await openedOffice()
  await toReported(office)
  office.clock.set(timestamp('2021-12-30T09:00:00+08:00'))
  const { events } = kept(await notifyFinding(office, asks(people.assessor), { findingId: f1 }))
  expect(events[0]).toMatchObject({ replyBy: { lastDay: '2022-01-06', calendarVersion: '样例日历2021；样例日历2022' } })
  const later = await openedOffice()
  await toReported(later)
  later.clock.set(timestamp('2022-12-30T09:00:00+08:00'))
  expect(await notifyFinding(later, asks(people.assessor), { findingId: f1 })).toMatchObject({
    refusal: { code: 'calendar-unknown' },
  })
})

test.each<[title: string, rest: object, code: string]>([
  ['a rubric that nobody adopted', { rubricDigest: 'a'.repeat(64) as Digest }, 'rubric-unknown'],
  [
    'a period that ends before it begins',
    { period: { periodFrom: '2021-12-31', periodTo: '2021-01-01' } },
    'period-reversed',
  ],
  ['terms of no days', { terms: { ...opening.terms, replyWorkingDays: 0 } }, 'count-not-whole'],
  ['one center twice', { centers: [...opening.centers, ...opening.centers] }, 'center-already-enrolled'],
])('an assessment is not opened over %s, and leaves nothing behind', async (_title, rest, code) => {
  const office = await testOffice()
  expect(await openAssessment(office, asks(people.assessor), { ...opening, ...rest })).toMatchObject({
    refusal: { code },
  })
  expect(kept(await office.ledgers.headers(district))).toEqual([])
})

test('a notice is adopted once, and an assessment can be opened over it', async () => {
  const office = await testOffice()
  const input = { rubricId: id<RubricId>('r1'), notice: '一、服务（5分）\n1.1 工作人员没有到岗到位，查实一例扣1分。' }
  const { adopted } = kept(await adoptRubric(office, people.assessor, input))
  expect(kept(await adoptRubric(office, people.assessor, input)).adopted).toEqual(adopted)
  expect(kept(await office.rubrics.list(district)).length).toBe(2)
  expect(
    await openAssessment(office, asks(people.assessor), { ...opening, rubricDigest: adopted.rubricDigest }),
  ).toMatchObject({ ok: true })
  expect(await adoptRubric(office, people.assessor, { ...input, notice: '没有条款' })).toMatchObject({
    refusal: { code: 'rubric-without-clauses' },
  })
  expect(await adoptRubric(office, people.clerk, input)).toMatchObject({ refusal: { code: 'not-permitted' } })
})
