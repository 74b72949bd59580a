import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  actor,
  asks,
  assessmentId,
  district,
  kept,
  officeOver,
  openedOffice,
  people,
  xiayang,
  yingpu,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { closed, reason, sealed } from '../../../test/fixtures/acting-plays.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { tableRecords, type TableRecords } from '../../../test/fixtures/table-records.ts'
import { BROKEN, order, ORDERS, POOR, RATE, rating } from '../../../test/fixtures/ratings-and-orders.ts'
import { memoryDetections } from '../../adapters/records/memory-detections.ts'
import { id, type FindingId, type QuestionId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { answerQuestion } from '../acting/answer-question.ts'
import { dismissFinding } from '../acting/dismiss-finding.ts'
import { notifyFinding } from '../acting/notify-finding.ts'
import { withdrawSuspicion } from '../acting/withdraw-suspicion.ts'
import type { DetectionArchive } from '../ports/detection-archive.ts'
import type { DetectionReport } from '../ports/job-store.ts'
import { myMessages } from '../telling/my-messages.ts'
import type { RunDetectionsInput } from './prepare-run.ts'
import { runDetections } from './run-detections.ts'

let tables: TableRecords
beforeAll(async () => {
  tables = await tableRecords()
})
afterAll(() => tables.close())

let office: TestOffice
let detections: DetectionArchive
beforeEach(async () => {
  office = await openedOffice()
  detections = memoryDetections()
  tables.beforeQuery(() => {})
  await adopt({ orders: ORDERS, poor: POOR, rate: RATE })
  tables.put({
    ratings: [rating('R1', 'dissatisfied'), ...['R2', 'R3', 'R4'].map((one) => rating(one, 'satisfied'))],
    hotline_orders: [order('O1', { rating_id: 'R1' }), order('O2')],
  })
})

async function adopt(texts: Readonly<Record<string, string>>): Promise<void> {
  const by = people.assessor.personId
  const at = office.clock.now()
  const adopted = Object.entries(texts).map(([name, text]) => ({ name, text, by, at }))
  kept(await detections.adopt(district, smallRubric.id, adopted))
}

const ALL: RunDetectionsInput = { detections: null, asOf: null }
const quiet = { note: () => {}, signal: null }

function run(input = ALL, asking = asks(people.clerk), watch: Parameters<typeof runDetections>[3] = quiet) {
  return runDetections({ office, records: tables.records, detections }, asking, input, watch)
}

/** What the report says beside nought. */
async function reported(...given: Parameters<typeof run>): Promise<Readonly<Record<string, object>>> {
  const { detections: reports } = kept(await run(...given))
  const told = ({ name: _name, hasRun: _hasRun, ...rest }: DetectionReport) =>
    Object.entries(rest).filter(([, value]) => value)
  return Object.fromEntries(reports.map((report) => [report.name, Object.fromEntries(told(report))]))
}

async function findings() {
  const { state } = kept(await office.live.look(district, assessmentId))
  return [...state.findings.values()]
}

async function one(detection: string): Promise<FindingId> {
  const found = (await findings()).find((finding) => finding.detection === detection)
  if (!found) throw new Error(`nothing of ${detection}`)
  return found.findingId
}

async function seq(): Promise<number> {
  return kept(await office.ledgers.head(district, assessmentId)).seq
}

test('what is found is raised in one act with its basis, and the assessors are told once', async () => {
  const before = await seq()
  expect(await reported()).toEqual({
    orders: { rows: 2, suspicions: 2, raised: 1, merged: 1 },
    poor: { rows: 1, suspicions: 1, raised: 1 },
    rate: { rows: 1 },
  })
  expect(await seq()).toBe(before + 2)
  expect(await findings()).toMatchObject([
    {
      clauseId: '4.1.1',
      centerId: xiayang,
      occurredOn: '2021-03-05',
      records: ['hotline_orders/sys/O1@1', 'ratings/sys/R1@1'],
      basis: {
        parameters: { poor_stars: 3, as_of: '2021-05-24', period_to: '2021-12-31' },
        calendarVersion: '样例日历2021；样例日历2022',
      },
    },
    { clauseId: '4.2.1', records: ['hotline_orders/sys/O2@1'] },
  ])
  const { entries } = kept(await myMessages(office, people.assessor, { before: null, limit: 9 }))
  expect(entries).toMatchObject([
    {
      subject: 'finding-reported',
      text: expect.stringContaining('2 条新的疑点') as string,
      link: '/assessments/a2021',
    },
  ])
})

test('running again tells nothing, and neither does a day later', async () => {
  await reported()
  const before = await seq()
  office.clock.pass(86_400)
  expect(await reported()).toEqual({
    orders: { rows: 2, suspicions: 2, unchanged: 1, merged: 1 },
    poor: { rows: 1, suspicions: 1, unchanged: 1 },
    rate: { rows: 1 },
  })
  expect(await seq()).toBe(before)
})

test('a suspicion follows its records: amended, withdrawn, and the center that was told of it is told', async () => {
  await reported()
  const findingId = await one('poor')
  kept(await notifyFinding(office, asks(people.assessor), { findingId }))
  tables.put({
    ratings: [rating('R1', 'dissatisfied', { rated_at: '2021-03-07 09:00:00' })],
    hotline_orders: [order('O2')],
  })
  expect(await reported()).toMatchObject({ poor: { amended: 1 }, rate: { raised: 1 } })
  tables.put({ ratings: [rating('R1', 'satisfied')], hotline_orders: [order('O2')] })
  expect(await reported()).toMatchObject({ poor: { withdrawn: 1 }, rate: { withdrawn: 1 } })
  const { entries } = kept(await myMessages(office, people.staff, { before: null, limit: 9 }))
  expect(entries.map(({ subject }) => subject)).toEqual([
    'suspicion-withdrawn',
    'suspicion-amended',
    'finding-notified',
  ])
})

test('what was decided is flagged, and the assessors are told', async () => {
  await reported()
  kept(await dismissFinding(office, asks(people.assessor), { findingId: await one('poor'), reason }))
  tables.put({ ratings: [rating('R1', 'satisfied')], hotline_orders: [order('O2')] })
  expect(await reported()).toMatchObject({ poor: { flagged: 1 } })
  const { entries } = kept(await myMessages(office, people.assessor, { before: null, limit: 9 }))
  expect(entries.map(({ subject }) => subject)).toEqual(['finding-flagged', 'finding-reported'])
})

test('a detection that fails stops no other, and what it told before stays', async () => {
  await reported()
  await adopt({ poor: BROKEN })
  tables.put({ ratings: [rating('R9', 'very-dissatisfied')], hotline_orders: [order('O3')] })
  const report = await reported()
  expect(report).toMatchObject({ orders: { raised: 1, withdrawn: 1 }, rate: { raised: 1 } })
  expect(report['poor']).toMatchObject({ message: expect.stringContaining('查询') as string })
  expect((await findings()).find(({ detection }) => detection === 'poor')?.standing).toBe('suspected')
})

test('no records are no breach: a detection without its data does not run, and what it told before stays', async () => {
  await reported()
  tables.put({ hotline_orders: [order('O2')] })
  expect(await reported()).toMatchObject({
    orders: { rows: 1 },
    poor: { message: '还没有导入好差评；没有数据不等于没有发生，请先导入再运行' },
  })
  expect((await findings()).filter(({ standing }) => standing === 'withdrawn')).toEqual([])
})

test('rows of no center of the assessment, and what cannot be measured, are counted and nobody is suspected', async () => {
  tables.put({
    ratings: [
      rating('R1', 'dissatisfied', { center_id: 'elsewhere' }),
      rating('R2', 'satisfied', { center_id: yingpu, channel: 'system-default' }),
    ],
    hotline_orders: [order('O1')],
  })
  expect(await reported({ ...ALL, detections: ['poor', 'rate'] })).toEqual({
    poor: { rows: 1, elsewhere: 1, message: '1 行不属于本考核的任何中心' },
    rate: {
      rows: 2,
      elsewhere: 1,
      unmeasured: 1,
      message: '1 行不属于本考核的任何中心；1 个比率没有分母，无从判断',
    },
  })
})

test('a number that rests on an open question takes the reading once it is given, and says so until then', async () => {
  tables.put({ ratings: [rating('R1', 'fairly-satisfied')], hotline_orders: [order('O2')] })
  await reported()
  expect((await findings())[0]?.description).toContain('口径未定（问题 1.2/once-or-per-occurrence）')
  const questionId = id<QuestionId>('1.2/once-or-per-occurrence')
  kept(await answerQuestion(office, asks(people.assessor), { questionId, reading: 'once', points: null, reason }))
  expect(await reported()).toMatchObject({ poor: { withdrawn: 1 } })
})

test('records that come in while it runs are looked at again', async () => {
  let queries = 0
  tables.beforeQuery(() => {
    queries += 1
    if (queries === 2) tables.put({ ratings: [rating('R1', 'satisfied')], hotline_orders: [order('O2')] })
  })
  expect(await reported()).toEqual({ orders: { rows: 1, suspicions: 1, raised: 1 }, poor: {}, rate: { rows: 1 } })
})

test('records that never stop coming in are not waited for', async () => {
  let queries = 0
  tables.beforeQuery(() => tables.put({ ratings: [rating(`R${(queries += 1)}`, 'satisfied')], hotline_orders: [] }))
  expect(await run()).toMatchObject({ ok: false, refusal: { code: 'records-moving' } })
})

test('a retry is answered as it was, and does nothing', async () => {
  const asking = asks(people.clerk)
  const first = await reported(ALL, asking)
  const before = await seq()
  expect(await reported(ALL, asking)).toEqual(first)
  expect(await seq()).toBe(before)
})

test('two runs at once, from two processes on one store, tell everything once', async () => {
  const other = { ...officeOver(office.file, office.people), clock: office.clock }
  const desks = [office, other, office].map((one) => ({ office: one, records: tables.records, detections }))
  const reports = await Promise.all(desks.map(async (desk) => runDetections(desk, asks(people.clerk), ALL, quiet)))
  const raised = reports.flatMap((report) => kept(report).detections.map((one) => one.raised))
  expect([raised.reduce((sum, one) => sum + one, 0), (await findings()).length]).toEqual([2, 2])
})

test('a run that is stopped tells nothing', async () => {
  const before = await seq()
  const stopping = new AbortController()
  const noted: string[] = []
  const note = ({ name, done, total }: { name: string; done: number; total: number }) => {
    noted.push(`${name} ${done}/${total}`)
    if (name === 'poor') stopping.abort()
  }
  const outcome = await run(ALL, asks(people.clerk), { note, signal: stopping.signal })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'query-stopped' } })
  expect([await seq(), noted]).toEqual([before, ['orders 0/3', 'poor 1/3']])
})

test('after the period has closed, what is new is told of and not registered', async () => {
  kept(await closed(office))
  expect(await reported()).toMatchObject({ poor: { suspicions: 1, late: 1 }, orders: { merged: 1, late: 1 } })
  expect(await findings()).toEqual([])
})

test('a clerk does not take back what a detection raised', async () => {
  await reported()
  const outcome = await withdrawSuspicion(office, asks(people.clerk), { findingId: await one('poor'), reason })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'suspicion-of-detection' } })
})

test.each<[title: string, code: string, play: () => ReturnType<typeof run>]>([
  ['who may not', 'not-permitted', () => run(ALL, asks(people.assessor))],
  ['a clerk of a center', 'decider-of-own-center', () => run(ALL, asks(actor('clerk-2', ['clerk'], xiayang)))],
  ['a detection that nobody adopted', 'detection-unknown', () => run({ ...ALL, detections: ['poor', 'other'] })],
  ['a day that is still to come', 'as-of-outside', () => run({ ...ALL, asOf: plainDate('2021-05-25') })],
  ['a day before the period', 'as-of-outside', () => run({ ...ALL, asOf: plainDate('2020-12-31') })],
  [
    'a day that no calendar knows',
    'calendar-unknown',
    () => {
      office.clock.set(timestamp('2023-02-01T09:00:00+08:00'))
      return run({ ...ALL, asOf: plainDate('2023-01-31') })
    },
  ],
  [
    'no detections at all',
    'detections-none',
    () => {
      detections = memoryDetections()
      return run()
    },
  ],
  [
    'a sealed assessment',
    'assessment-sealed',
    async () => {
      kept(await sealed(office))
      return run()
    },
  ],
])('%s is refused', async (_title, code, play) => {
  expect(await play()).toMatchObject({ ok: false, refusal: { code } })
})
