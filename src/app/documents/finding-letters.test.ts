import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people, photo, yingpu } from '../../../test/fixtures/acting-office.ts'
import { appealed, appealId, planned, reason, submitted, type Play } from '../../../test/fixtures/acting-plays.ts'
import {
  alleged,
  amountOf,
  decided,
  f1,
  toAccepted,
  toNotified,
  toSubstantiated,
} from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { documentText, rowsOf } from '../../../test/documents/document-text.ts'
import { dayInWords } from '../../core/document/day-in-words.ts'
import { formatPoints, points } from '../../core/kernel/points.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { answersAsReason } from '../../core/ledger/objections.ts'
import { signedText } from '../../core/scoring/points-text.ts'
import { dismissFinding } from '../acting/dismiss-finding.ts'
import { fileAppeal } from '../acting/file-appeal.ts'
import { notifyFinding } from '../acting/notify-finding.ts'
import { reportFinding } from '../acting/report-finding.ts'
import { returnRectification } from '../acting/return-rectification.ts'
import { reverseFinding } from '../acting/reverse-finding.ts'
import { substantiateFinding } from '../acting/substantiate-finding.ts'
import { upholdFinding } from '../acting/uphold-finding.ts'
import { varyFinding } from '../acting/vary-finding.ts'
import { effectOfEvent } from '../reading/effect-of-event.ts'
import { readFinding } from '../reading/read-finding.ts'
import { readSheet } from '../reading/read-sheet.ts'
import {
  makeAppealDecision,
  makeFindingNotice,
  makeRectificationNotice,
  type FindingLetter,
} from './finding-letters.ts'
import { NO_FIELDS } from './letter-fields.ts'

const asked = {
  actor: people.assessor,
  assessmentId,
  findingId: f1,
  fields: NO_FIELDS,
  pictures: async () => null,
} as const
const LETTERS = { notice: makeFindingNotice, rectification: makeRectificationNotice, decision: makeAppealDecision }

test('a notice tells the deadline, the price and how far the score can move as the reading has them', async () => {
  const office = await openedOffice()
  await toNotified(office, f1, clauses.training)
  const { finding, effect } = kept(await readFinding(office, people.assessor, assessmentId, f1))
  const said = documentText(kept(await makeFindingNotice(office, asked)))
  const { replyBy } = finding
  expect(said).toContain(`${dayInWords(replyBy?.lastDay ?? plainDate('1900-01-01'))}24时止`)
  expect(said).toContain(replyBy?.calendarVersion)
  expect(said).toContain('无计划或无规划，扣1-3分')
  expect(said).toContain('该款的分值为：扣1–3分，由人裁量。')
  expect(effect?.between).toEqual([-300, 0])
  expect(said).toContain(`最少${signedText(effect?.between[1] ?? 1)}分，最多${signedText(effect?.between[0] ?? 1)}分`)
  expect(said).toContain('查实以前，不扣分')
})

test('a notice that is made after the decision says that it is decided, and no effect of a suspicion', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const said = documentText(kept(await makeFindingNotice(office, asked)))
  expect(said).toContain('该事项已查实')
  expect(said).not.toContain('按现有记录计算')
})

test('files and records are all listed, with pictures of what can be shown', async () => {
  const office = await openedOffice()
  const claims = { takenAt: '2021-05-10T09:30:00', place: '二楼大厅', device: null }
  const evidence = [{ digest: photo, caption: '现场照片', claims }]
  kept(await reportFinding(office, asks(people.inspector), alleged(clauses.vacated, { evidence })))
  kept(await notifyFinding(office, asks(people.assessor), { findingId: f1 }))
  const document = kept(await makeFindingNotice(office, { ...asked, pictures: async () => JPEG }))
  expect(rowsOf(document, 'evidence')).toEqual([
    ['1', '现场照片', '2021-05-10 09:30，二楼大厅', 'f'.repeat(16).concat(' ').repeat(4).trim()],
  ])
  expect(document.blocks).toContainEqual({
    kind: 'pictures',
    pictures: [{ key: photo, caption: '证据1　现场照片', width: 4, height: 3 }],
  })
  expect(document.proof.counts).toContainEqual({ table: 'evidence', rows: 1 })
})

/** The beginning of a JPEG of 4 × 3 pixels, with a segment before its frame. */
const JPEG = Uint8Array.from([255, 216, 255, 224, 0, 4, 0, 0, 255, 192, 0, 11, 8, 0, 3, 0, 4, 1, 0, 0, 0])

test('what the office left blank is a place to write in, and what it gave stands in the head and the closing', async () => {
  const office = await openedOffice()
  await toNotified(office)
  const blank = kept(await makeFindingNotice(office, asked))
  expect(blank).toMatchObject({
    head: null,
    subtitle: '〔　　　　〕　　号',
    closing: { office: '〔发文机关署名〕', date: '　　　　年　　月　　日' },
  })
  const given = {
    ...NO_FIELDS,
    issuer: '样例区政务服务办公室',
    number: '样政告〔2021〕3号',
    office: '样例区政务服务办公室',
    date: plainDate('2021-05-24'),
    contact: '考核科',
    phone: '59730000',
  }
  expect(kept(await makeFindingNotice(office, { ...asked, fields: given }))).toMatchObject({
    head: { issuer: given.issuer, number: given.number, signer: null },
    subtitle: null,
    closing: { office: given.office, date: '2021年5月24日', note: '联系人：考核科　电话：59730000' },
  })
})

test('a letter carries the code of the sheet at its place in the ledger', async () => {
  const office = await openedOffice()
  await toNotified(office)
  const { verification } = kept(await readSheet(office, people.assessor, assessmentId, alleged().centerId, null))
  const { proof } = kept(await makeFindingNotice(office, asked))
  expect(proof).toMatchObject({
    code: verification?.code,
    ledger: { seq: verification?.seq, head: verification?.head },
  })
})

test('a rectification notice tells the measures, what was returned, the deadline, and that the score is another matter', async () => {
  const office = await openedOffice()
  kept(await submitted(office))
  kept(await returnRectification(office, asks(people.inspector), { findingId: f1, reason: '没有照片' }))
  const { rectifyBy } = kept(await readFinding(office, people.assessor, assessmentId, f1))
  const said = documentText(kept(await makeRectificationNotice(office, asked)))
  expect(said).toContain('登记的整改措施为：实行A、B岗。')
  expect(said).toContain('验收退回，理由为：没有照片。')
  expect(said).toContain(`${dayInWords(rectifyBy?.lastDay ?? plainDate('1900-01-01'))}24时止（15个工作日`)
  expect(said).toContain('都不改变本事项的认定和得分')
})

test('where nothing is planned yet, a rectification notice tells the days of the terms', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const said = documentText(kept(await makeRectificationNotice(office, asked)))
  expect(said).toContain('整改期限为15个工作日，自登记整改措施的次日起算')
})

test('a decision answers every objection by itself and lists every number of the center with its difference', async () => {
  const office = await openedOffice()
  await toAccepted(office, f1, clauses.training)
  const amount = amountOf('2')
  kept(await substantiateFinding(office, asks(people.assessor), { ...decided(clauses.training), amount }))
  const grounds = '1. 当日停电\n2. 有计划'
  kept(await fileAppeal(office, asks(people.staff), { appealId, findingId: f1, grounds, evidence: [] }))
  const answers = ['停电不影响', '计划属实，从轻']
  const input = { appealId, findingId: f1, occurrences: 1, points: points('1'), reason: answersAsReason(answers) }
  const varied = kept(await varyFinding(office, asks(people.reviewer), input))
  const seq = varied.events[0]?.seq ?? 0
  const { numbers } = kept(await effectOfEvent(office, people.assessor, assessmentId, f1, seq))
  const document = kept(await makeAppealDecision(office, asked))
  const said = documentText(document)
  expect(said).toContain('申诉称：当日停电\n答复：停电不影响')
  expect(said).toContain('申诉称：有计划\n答复：计划属实，从轻')
  expect(said).toContain('将原认定（1次，每次扣2分）变更为1次，每次扣1分。')
  const ofPoints = numbers.filter(
    ({ what }) => what === 'finding' || what === 'section' || what === 'total' || what === 'mean',
  )
  expect(ofPoints.length).toBeGreaterThan(3)
  const rows = rowsOf(document, 'changed-numbers')
  for (const { what, before, after } of ofPoints) {
    const print = what === 'finding' ? signedText : formatPoints
    expect(rows.map((row) => row.slice(1))).toContainEqual([
      print(before[0]),
      print(after[0]),
      signedText(after[0] - before[0]),
    ])
  }
  expect(said).not.toContain('盈浦')
})

test('a decision that upholds says what stays, and who decides had no part in what it is about', async () => {
  const office = await openedOffice()
  kept(await appealed(office))
  kept(await upholdFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason }))
  const document = kept(await makeAppealDecision(office, asked))
  const said = documentText(document)
  expect(said).toContain('维持原认定：1例，每例扣1分。')
  expect(said).toContain('没有改动的有：你中心的合计得分，你中心的名次')
  expect(said).toContain('该复核员没有登记、认定或者裁量过本事项')
  expect(document.proof.totals).toEqual([])
})

test('a center makes its own decision without a word of the ranking', async () => {
  const office = await openedOffice()
  kept(await appealed(office))
  kept(await reverseFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason }))
  const names = async (actor: typeof people.staff) =>
    rowsOf(kept(await makeAppealDecision(office, { ...asked, actor })), 'changed-numbers').map(([name]) => name)
  const own = ['第5号问题（一.1）的影响', '一、服务事项', '合计得分', '合计得分可能的范围']
  expect(await names(people.staff)).toEqual(own)
  expect(await names(people.assessor)).toEqual([...own, '名次', '各中心平均分'])
  const said = documentText(kept(await makeAppealDecision(office, { ...asked, actor: people.staff })))
  expect(said).not.toMatch(/第.名|平均|盈浦/u)
})

test.each<[string, FindingLetter, Play | null, string]>([
  ['a notice before the center is told', LETTERS.notice, null, 'letter-before-notice'],
  ['a rectification of what is only reported', LETTERS.rectification, null, 'letter-without-rectification'],
  ['a decision without an appeal', LETTERS.decision, null, 'letter-before-review'],
  ['a decision on a pending appeal', LETTERS.decision, appealed, 'letter-before-review'],
  ['a rectification of what was dismissed', LETTERS.rectification, dismissedPlan, 'letter-without-rectification'],
])('refused with what to do: %s', async (_what, make, play, code) => {
  const office = await openedOffice()
  if (play === null) kept(await reportFinding(office, asks(people.inspector), alleged()))
  else kept(await play(office))
  expect(await make(office, asked)).toMatchObject({ ok: false, refusal: { code } })
})

async function dismissedPlan(office: Parameters<Play>[0]) {
  kept(await planned(null)(office))
  return dismissFinding(office, asks(people.assessor), { findingId: f1, reason })
}

test.each(Object.entries(LETTERS))('no other center gets the letter: %s', async (_name, make) => {
  const office = await openedOffice()
  kept(await appealed(office))
  kept(await reverseFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason }))
  expect(people.otherStaff.centerId).toBe(yingpu)
  expect(await make(office, { ...asked, actor: people.otherStaff })).toMatchObject({
    ok: false,
    refusal: { code: 'not-permitted' },
  })
})
