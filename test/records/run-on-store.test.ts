import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { memoryDetections } from '../../src/adapters/records/memory-detections.ts'
import { openRecordStore, type OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import { runDetections } from '../../src/app/detecting/run-detections.ts'
import { importFrame } from '../../src/app/records/import-frame.ts'
import { asks, assessmentId, district, kept, openedOffice, people, type TestOffice } from '../fixtures/acting-office.ts'
import { POOR, RATE } from '../fixtures/ratings-and-orders.ts'
import { smallRubric } from '../fixtures/small-rubric.ts'
import { asked, rating, ratingsFile, stampOf, UNWATCHED, type Rating } from '../conformance/record-samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-runs-'))
let stores = 0
let store: OpenRecords
let office: TestOffice
const detections = memoryDetections()

beforeEach(async () => {
  const at = join(folder, `${(stores += 1)}`)
  const opened = await openRecordStore({
    folder: at,
    catalogFile: `${at}.sqlite`,
    memoryMegabytes: 256,
    threads: 1,
  })
  store = kept(opened)
  office = await openedOffice()
  const stamp = { by: people.assessor.personId, at: office.clock.now() }
  const adopted = [
    { name: 'poor', text: POOR, ...stamp },
    { name: 'rate', text: RATE, ...stamp },
  ]
  kept(await detections.adopt(district, smallRubric.id, adopted))
})
afterEach(() => store.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const POOR_ONE: Rating = { 代码: '4', 满意度: '不满意' }

async function bring(...ratings: readonly Rating[]): Promise<void> {
  const frame = kept(await importFrame({ office, records: store.records }, district))
  const outcome = await store.records.importFile(district, asked(ratingsFile(ratings), frame), stampOf(), UNWATCHED)
  expect(kept(outcome).kind).toBe('imported')
}

async function run() {
  const desk = { office, records: store.records, detections }
  const watch = { note: () => {}, signal: null }
  const report = kept(await runDetections(desk, asks(people.clerk), { detections: null, asOf: null }, watch))
  return report.detections.map(({ name, raised, amended, withdrawn, message }) =>
    [name, raised, amended, withdrawn, message ?? ''].join(' ').trim(),
  )
}

async function findings() {
  const { state } = kept(await office.live.look(district, assessmentId))
  return [...state.findings.values()].map(({ detection, standing, occurredOn, records }) =>
    [detection, standing, occurredOn, ...records].join(' '),
  )
}

test('what a clerk imports is suspected, and a correction that is imported later amends and withdraws it', async () => {
  await bring(
    rating('R1', POOR_ONE),
    rating('R2', POOR_ONE),
    ...['R3', 'R4', 'R5', 'R6', 'R7'].map((one) => rating(one)),
  )
  expect(await run()).toEqual(['poor 2 0 0', 'rate 0 0 0'])
  expect(await findings()).toEqual(
    expect.arrayContaining([
      'poor suspected 2021-03-01 ratings/city/R1@1',
      'poor suspected 2021-03-01 ratings/city/R2@1',
    ]),
  )
  expect(await run()).toEqual(['poor 0 0 0', 'rate 0 0 0'])

  await bring(rating('R1', { ...POOR_ONE, 评价时间: '2021-03-02 10:00:00' }), rating('R2'))
  expect(await run()).toEqual(['poor 0 1 1', 'rate 0 0 0'])
  expect((await findings()).toSorted()).toEqual([
    'poor suspected 2021-03-02 ratings/city/R1@2',
    'poor withdrawn 2021-03-01 ratings/city/R2@1',
  ])

  await bring(rating('R2', POOR_ONE), rating('R3', POOR_ONE))
  expect(await run()).toEqual(['poor 1 1 0', 'rate 1 0 0'])
  expect(await findings()).toContain(
    'rate suspected 2021-03-31 measure:4/7 ratings/city/R1@2 ratings/city/R2@3 ratings/city/R3@2',
  )
})

test('before anything is imported nobody is suspected, and the report says what is missing', async () => {
  expect(await run()).toEqual([
    expect.stringContaining('poor 0 0 0 还没有导入好差评'),
    expect.stringContaining('rate 0 0 0 还没有导入好差评'),
  ])
})
