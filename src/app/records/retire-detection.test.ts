import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  actor,
  asks,
  assessmentId,
  district,
  kept,
  openedOffice,
  people,
  xiayang,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { reason, sealed } from '../../../test/fixtures/acting-plays.ts'
import { order, ORDERS, POOR, rating } from '../../../test/fixtures/ratings-and-orders.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { tableRecords, type TableRecords } from '../../../test/fixtures/table-records.ts'
import { memoryJobs } from '../../adapters/jobs/memory-jobs.ts'
import { memoryDetections } from '../../adapters/records/memory-detections.ts'
import type { FindingId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { runDetections } from '../detecting/run-detections.ts'
import type { DetectionArchive } from '../ports/detection-archive.ts'
import { myMessages } from '../telling/my-messages.ts'
import { notifyFinding } from '../acting/notify-finding.ts'
import { listRetirements } from './list-retirements.ts'
import { readCoverage } from './read-coverage.ts'
import { retireDetection } from './retire-detection.ts'
import { sheetCoverage } from './sheet-coverage.ts'

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
  await adopt({ orders: ORDERS, poor: POOR })
  tables.put({ ratings: [rating('R1', 'dissatisfied')], hotline_orders: [order('O1')] })
})

async function adopt(texts: Readonly<Record<string, string>>): Promise<void> {
  const at = office.clock.now()
  const adopted = Object.entries(texts).map(([name, text]) => ({ name, text, by: people.assessor.personId, at }))
  kept(await detections.adopt(district, smallRubric.id, adopted))
}

const retire = (detection = 'poor', asking = asks(people.assessor), why = reason) =>
  retireDetection({ office, detections }, asking, { detection, reason: why })

async function run(names: readonly string[] | null = null) {
  const desk = { office, records: tables.records, detections }
  return runDetections(desk, asks(people.clerk), { detections: names, asOf: null }, { note: () => {}, signal: null })
}

const ran = async () => kept(await run()).detections.map(({ name, raised, amended }) => [name, raised + amended])

async function findings() {
  return [...kept(await office.live.look(district, assessmentId)).state.findings.values()]
}

async function poor(): Promise<FindingId> {
  const found = (await findings()).find(({ detection }) => detection === 'poor')
  if (!found) throw new Error('nothing of poor')
  return found.findingId
}

async function feeds() {
  const { lines } = kept(await readCoverage({ office, detections }, people.assessor, assessmentId))
  return lines.flatMap(({ feeds: all }) => all.flatMap((feed) => (feed.kind === 'detection' ? [feed.name] : [])))
}

test('a retired detection is not run, its suspicion is withdrawn with the reason, its clause has lost the feed', async () => {
  expect(await ran()).toEqual([
    ['orders', 1],
    ['poor', 1],
  ])
  kept(await notifyFinding(office, asks(people.assessor), { findingId: await poor() }))
  expect(await feeds()).toEqual(['poor', 'orders'])
  const { events } = kept(await retire())
  expect(events).toMatchObject([
    { type: 'DetectionRetired', detection: 'poor', version: 1, reason, by: people.assessor.personId },
    { type: 'SuspicionWithdrawn', findingId: await poor(), reason: expect.stringContaining(reason) as string },
  ])
  expect(await feeds()).toEqual(['orders'])
  expect(await ran()).toEqual([['orders', 0]])
  expect(kept(await listRetirements({ office, detections }, people.leader, assessmentId))).toMatchObject([
    { detection: 'poor', by: people.assessor.personId, reason },
  ])
  const { entries } = kept(await myMessages(office, people.staff, { before: null, limit: 1 }))
  expect(entries.map(({ subject }) => subject)).toEqual(['suspicion-withdrawn'])
})

test('adopted again it runs and suspects again, and can be retired again', async () => {
  await ran()
  kept(await retire())
  await adopt({ poor: POOR })
  expect(await feeds()).toEqual(['poor', 'orders'])
  expect(kept(await listRetirements({ office, detections }, people.leader, assessmentId))).toEqual([])
  expect(await ran()).toEqual([
    ['orders', 0],
    ['poor', 1],
  ])
  expect((await findings()).map(({ standing }) => standing)).toEqual(['suspected', 'suspected'])
  expect(kept(await retire()).events).toMatchObject([{ version: 2 }, { type: 'SuspicionWithdrawn' }])
})

test('as it was known on an earlier day, the detection was not retired', async () => {
  const desk = { office, detections, jobs: memoryJobs() }
  const lookedFor = async (knownBy: string) => {
    const looks = kept(await sheetCoverage(desk, people.assessor, assessmentId, xiayang, plainDate(knownBy)))
    return looks.filter(({ sentence }) => sentence.includes('检测')).length
  }
  office.clock.pass(3 * 86_400)
  kept(await retire())
  expect(await Promise.all(['2021-05-23', '2021-05-24', '2021-05-26', '2021-05-27'].map(lookedFor))).toEqual([
    0, 2, 2, 1,
  ])
  await adopt({ poor: POOR })
  expect(await Promise.all(['2021-05-26', '2021-05-27'].map(lookedFor))).toEqual([2, 2])
})

test('a run that began before is not recorded with what was retired meanwhile', async () => {
  tables.beforeQuery(() => void retired.push(retire()))
  const retired: ReturnType<typeof retire>[] = []
  const outcome = await run(['poor'])
  await Promise.all(retired)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'assessment-busy' } })
  expect(await findings()).toEqual([])
})

test('a retry is answered as it was', async () => {
  const asking = asks(people.assessor)
  const first = kept(await retire('poor', asking))
  expect(kept(await retire('poor', asking))).toEqual({ ...first, isRepeated: true })
})

test.each<[title: string, code: string, play: () => Promise<unknown>]>([
  ['by who may not', 'not-permitted', () => retire('poor', asks(people.clerk))],
  [
    'by an assessor of a center',
    'decider-of-own-center',
    () => retire('poor', asks(actor('assessor-9', ['assessor'], xiayang))),
  ],
  ['what nobody adopted', 'detection-unknown', () => retire('other')],
  ['without a reason', 'text-missing', () => retire('poor', asks(people.assessor), ' ')],
  [
    'a second time',
    'detection-already-retired',
    async () => {
      kept(await retire())
      return retire()
    },
  ],
  [
    'in a sealed assessment',
    'assessment-sealed',
    async () => {
      kept(await sealed(office))
      return retire()
    },
  ],
])('retiring %s is refused', async (_title, code, play) => {
  expect(await play()).toMatchObject({ ok: false, refusal: { code } })
})

test.each<[title: string, code: string, names: readonly string[] | null]>([
  ['one by name', 'detection-retired', ['poor']],
  ['all where none is left', 'detections-none', null],
])('running %s is refused', async (_title, code, names) => {
  kept(await retire('poor'))
  kept(await retire('orders'))
  expect(await run(names)).toMatchObject({ ok: false, refusal: { code } })
})
