import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  kept,
  openedOffice,
  people,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { appealed, appealId, bonusId, closed, proposed, reason } from '../../../test/fixtures/acting-plays.ts'
import { f1, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { documentText, rowsOf } from '../../../test/documents/document-text.ts'
import { formatPoints, points } from '../../core/kernel/points.ts'
import { approveBonus } from '../acting/approve-bonus.ts'
import { planRectification } from '../acting/plan-rectification.ts'
import { sealAssessment } from '../acting/seal-assessment.ts'
import { upholdFinding } from '../acting/uphold-finding.ts'
import { rankCenters } from '../reading/rank-centers.ts'
import { sealOf } from '../reading/sealed-sheets.ts'
import { makeBulletin } from './bulletin-document.ts'
import { NO_FIELDS } from './letter-fields.ts'

async function lived(): Promise<TestOffice> {
  const office = await openedOffice()
  kept(await appealed(office))
  kept(await upholdFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason }))
  kept(await proposed(people.staff)(office))
  const bonus = { bonusId, occurrences: 1, points: points('0.5'), reason: '属实' }
  kept(await approveBonus(office, asks(people.assessor), bonus))
  return office
}

const make = async (office: TestOffice, fields = NO_FIELDS) =>
  kept(await makeBulletin(office, people.leader, assessmentId, fields))

test('before the seal it is a draft of its day, with how far each score can still move', async () => {
  const office = await lived()
  const document = await make(office)
  const { ranked, head } = kept(await rankCenters(office, people.leader, assessmentId, null))
  expect(document.subtitle).toContain('征求意见稿，截至2021年5月24日')
  expect(document.fileName).toContain('征求意见稿')
  expect(document.proof.ledger).toEqual({ seq: head.seq, head: head.digest })
  expect(rowsOf(document, 'ranking').map((row) => row.slice(0, 4))).toEqual(
    ranked.map(({ rank, sheet: { centerName, score, interval } }) => [
      String(rank),
      centerName,
      formatPoints(score),
      `${formatPoints(interval[0])}–${formatPoints(interval[1])}`,
    ]),
  )
})

test('after the seal it tells the sealed scores with the codes of the seal, and no range', async () => {
  const office = await lived()
  kept(await closed(office))
  kept(await sealAssessment(office, asks(people.assessor), { forcedBecause: null }))
  const document = await make(office)
  const seal = sealOf(kept(await office.live.look(people.assessor.tenantId, assessmentId)))
  expect(seal?.sheets).toHaveLength(2)
  expect(document.subtitle).not.toContain('征求意见稿')
  expect(documentText(document)).toContain('考核结果于2022年1月4日定稿。')
  expect(rowsOf(document, 'ranking')).toEqual(
    seal?.sheets.map(({ rank, name, score, code }) => [String(rank), name, formatPoints(score), code]),
  )
  expect(document.proof.totals).toEqual(seal?.sheets.map(({ name, score }) => ({ name, points: score })))
})

test('what a score is made of adds up to it, for every center and for all', async () => {
  const document = await make(await lived())
  const found = document.blocks.find((block) => block.kind === 'table' && block.table.id === 'center-figures')
  if (found?.kind !== 'table' || typeof found.table.rows === 'function') throw new Error('no table')
  const all = [...found.table.rows, ...found.table.foot]
  expect(all).toHaveLength(3)
  for (const { cells } of all) {
    const figures = cells.flatMap((cell) => (cell?.kind === 'points' ? [cell.points] : []))
    const score = figures.pop()
    expect(figures.reduce((sum, one) => sum + one, 0)).toBe(score)
  }
  expect(rowsOf(document, 'center-figures')).toContainEqual(['夏阳街道', '15', '1', '−1', '+0.5', '0', '14.5'])
  expect(rowsOf(document, 'center-clauses')).toEqual([['夏阳街道', '一.1', '1', '−1']])
  expect(rowsOf(document, 'clause-figures')).toEqual([['一.1', '工作人员没有到岗到位，查实一例扣1分', '1', '1', '−1']])
})

test('it says what the year came to, in words that the sheets bear', async () => {
  const said = documentText(await make(await lived()))
  expect(said).toContain('扣分事项1件，加分事项1件。对1件事项提出申诉，维持1件、变更0件、撤销0件。')
  expect(said).toContain('各中心平均得分14.75分，最高15分（盈浦街道），最低14.5分（夏阳街道）。')
  expect(said).toContain('夏阳街道1项，加0.5分（三.1）')
})

test('nothing happened: no table of losses, and no formula that asks one', async () => {
  const document = await make(await openedOffice())
  const said = documentText(document)
  expect(said).toContain('没有中心扣分。')
  expect(said).toContain('没有加分事项。')
  expect(document.proof.counts.map(({ table }) => table)).toEqual(['ranking', 'center-figures'])
  expect(JSON.stringify(document)).not.toContain('center-clauses')
})

test('what the office must say itself is a place to write in, or its own words; what is open is counted', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  kept(await planRectification(office, asks(people.staff), { findingId: f1, measures: 'A、B岗', workingDays: null }))
  const blank = documentText(await make(office))
  expect(blank).toContain('〔下一步工作要求，由发文机关写入〕')
  expect(blank).toContain('还有1项整改没有通过验收，涉及1个中心')
  const given = documentText(await make(office, { ...NO_FIELDS, requirements: ['加强值守。'], copiesTo: ['区府办'] }))
  expect(given).toContain('加强值守。')
  expect(given).toContain('区府办')
  expect(given).not.toContain('由发文机关写入')
})

test('a center does not get it', async () => {
  expect(await makeBulletin(await openedOffice(), people.staff, assessmentId, NO_FIELDS)).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})
