import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people } from '../../../test/fixtures/acting-office.ts'
import { f1, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { fileAppeal } from '../acting/file-appeal.ts'
import { reverseFinding } from '../acting/reverse-finding.ts'
import { whatIfDocumentOf } from '../documents/what-if-document.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import { id, type AppealId } from '../../core/kernel/identifiers.ts'
import type { Office } from '../office/office.ts'
import { lookAtYear } from './look-at-year.ts'
import { whatIf } from './what-if.ts'

test('a scenario is told with its sentences and every number that changes, and nothing is recorded', async () => {
  const { office, number } = await appealed()
  const before = await stateOf(office)
  const told = kept(await whatIf(office, people.leader, assessmentId, `申诉成立|${number} 撤销`, null))
  expect(told).toMatchObject({
    seq: before.head.seq,
    beside: null,
    between: null,
    scenario: {
      name: '申诉成立',
      text: `申诉成立|${number}:reversed`,
      lead: '若此项成立，夏阳街道由第2名升至并列第1名，共2个中心的名次变动。',
      suppositions: [
        { text: `${number}:reversed`, sentence: `第${number}号问题（夏阳街道，一.1）申诉成立，撤销，不计分` },
      ],
      unlisted: 0,
      unchangedCenters: 0,
    },
  })
  const numbers = told.scenario.numbers.map(({ what, centerName, before: was, after: is }) => [
    what,
    centerName,
    ...was,
    ...is,
  ])
  expect(numbers).toEqual([
    ['finding', '夏阳街道', -100, -100, 0, 0],
    ['section', '夏阳街道', 400, 400, 500, 500],
    ['total', '夏阳街道', 1400, 1400, 1500, 1500],
    ['range', '夏阳街道', 1400, 1600, 1500, 1600],
    ['rank', '夏阳街道', 2, 2, 1, 1],
    ['rank', '盈浦街道', 1, 1, 1, 1],
    ['mean', null, 1450, 1450, 1500, 1500],
  ])
  const after = await stateOf(office)
  expect([after.head, after.year.state.findings.get(f1)]).toEqual([before.head, before.year.state.findings.get(f1)])
})

test('what is then really decided gives the numbers that were supposed', async () => {
  const { office, number } = await appealed()
  const supposed = kept(await whatIf(office, people.leader, assessmentId, `${number} 撤销`, null))
  const appealId = id<AppealId>('ap1')
  kept(await reverseFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason: '停电' }))
  const now = kept(await whatIf(office, people.leader, assessmentId, '', null))
  const placesOf = (places: typeof now.scenario.places, when: 'before' | 'after') =>
    Object.fromEntries(places.map((place) => [place.centerId, place[when]]))
  expect(placesOf(supposed.scenario.places, 'after')).toEqual(placesOf(now.scenario.places, 'before'))
})

test('a second scenario is told beside the first, and between the two', async () => {
  const { office, number } = await appealed()
  const told = kept(
    await whatIf(office, people.leader, assessmentId, `甲|${number} 撤销`, `乙|改价 ${clauses.vacated} 0.5`),
  )
  expect(told.beside?.lead).toBe('若此项成立，夏阳街道的得分由14分变为14.5分，其余中心的得分不变，名次都不变。')
  expect(told.between?.lead).toBe('“甲”换成“乙”，夏阳街道由并列第1名降至第2名，共2个中心的名次变动。')
})

test.each<[what: string, who: (typeof people)[keyof typeof people], text: string, code: string]>([
  ['a center', people.staff, 'closed', 'not-permitted'],
  ['an inspector', people.inspector, 'closed', 'not-permitted'],
  ['what cannot be read', people.leader, '全部撤销', 'scenario-malformed'],
  ['a finding that is not there', people.leader, '999 撤销', 'finding-unknown'],
])('%s is refused, for the document too', async (_what, who, text, code) => {
  const { office } = await appealed()
  const told = await whatIf(office, who, assessmentId, text, null)
  const document = await whatIfDocumentOf(office, who, assessmentId, text)
  expect([told, document].map((one) => (one.ok ? '' : one.refusal.code))).toEqual([code, code])
})

test('the document lists what was supposed, where every center would stand and every number', async () => {
  const { office, number } = await appealed()
  const document = kept(await whatIfDocumentOf(office, people.leader, assessmentId, `申诉成立|${number} 撤销`))
  expect([document.fileName, document.proof.counts.map(({ table, rows }) => [table, rows > 0])]).toEqual([
    '设想“申诉成立”的结果（2021年）',
    [
      ['supposed', true],
      ['places', true],
      ['changed-numbers', true],
    ],
  ])
  const lead = document.blocks.find((block) => block.kind === 'paragraph')
  expect(lead?.kind === 'paragraph' ? lead.pieces[0]?.text : '').toContain('夏阳街道')
})

test('a year that was looked at stays as of its head while the ledger goes on', async () => {
  const { office } = await appealed()
  const { year } = await stateOf(office)
  const appealId = id<AppealId>('ap1')
  kept(await reverseFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason: '停电' }))
  expect(year.state.findings.get(f1)?.standing).toBe('substantiated')
  expect((await stateOf(office)).year.state.findings.get(f1)?.standing).toBe('reversed')
})

/** 夏阳街道 has lost a point for a vacated counter and appeals. */
async function appealed() {
  const office = await openedOffice()
  await toSubstantiated(office)
  const appealId = id<AppealId>('ap1')
  kept(await fileAppeal(office, asks(people.staff), { appealId, findingId: f1, grounds: '停电', evidence: [] }))
  const finding = (await stateOf(office)).year.state.findings.get(f1)
  return { office, number: finding === undefined ? 0 : caseNumber(finding) }
}

async function stateOf(office: Office) {
  const { year, head } = kept(await lookAtYear(office, people.leader, assessmentId))
  return { year, head: { ...head } }
}
