import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  district,
  kept,
  openedOffice,
  people,
  xiayang,
} from '../../../test/fixtures/acting-office.ts'
import { appealed, notified, proposed, reason, sealed, type Play } from '../../../test/fixtures/acting-plays.ts'
import { f1, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { ORDERS } from '../../../test/fixtures/ratings-and-orders.ts'
import { memoryDetections } from '../../adapters/records/memory-detections.ts'
import { memoryJobs } from '../../adapters/jobs/memory-jobs.ts'
import { id, type ClauseId, type InspectionId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { dismissFinding } from '../acting/dismiss-finding.ts'
import { inspectCenter } from '../acting/inspect-center.ts'
import { sheetCoverage } from '../records/sheet-coverage.ts'
import { readSheet } from './read-sheet.ts'
import { sheetTimeline } from './sheet-timeline.ts'
import { weighReadings } from './weigh-readings.ts'

const dismissed: Play = async (office) => {
  const last = kept(await notified(office)).events.at(-1)
  return dismissFinding(office, asks(people.assessor, { seen: last?.seq ?? 0 }), { findingId: f1, reason })
}

test.each<[matter: string, play: Play, standing: string, isSettled: boolean]>([
  ['a finding that is notified', notified, 'notified', false],
  ['a finding that is dismissed', dismissed, 'dismissed', true],
  ['a finding under appeal', appealed, 'substantiated', true],
  ['a bonus applied for', proposed(people.staff), 'proposed', false],
])(
  '%s is on the line of what happened, and on the other once it is decided',
  async (_matter, play, standing, isSettled) => {
    const office = await openedOffice()
    kept(await play(office))
    const { matters, today, sealedOn } = kept(await sheetTimeline(office, people.staff, assessmentId, xiayang))
    expect(matters).toMatchObject([{ standing, occurredOn: '2021-05-10' }])
    expect(matters.map(({ settledOn }) => settledOn !== null)).toEqual([isSettled])
    expect([today > '2021-05-10', sealedOn]).toEqual([true, null])
    expect(await sheetTimeline(office, people.otherStaff, assessmentId, xiayang)).toMatchObject({
      refusal: { code: 'not-permitted' },
    })
  },
)

test('a sealed sheet says since when', async () => {
  const office = await openedOffice()
  kept(await sealed(office))
  const { sealedOn } = kept(await sheetTimeline(office, people.staff, assessmentId, xiayang))
  expect(sealedOn).toBe('2022-01-04')
})

test('each reading of a question about the total is weighed, and others where they differ for the center', async () => {
  const office = await openedOffice()
  const bare = kept(await weighReadings(office, people.staff, assessmentId, xiayang))
  expect(bare.filter(({ isAboutTotal }) => !isAboutTotal).every(({ question }) => question.clauseIds.length > 0)).toBe(
    true,
  )
  const floor = bare.find(({ question }) => question.code === 'floor-missing')
  expect(floor).toMatchObject({ isAboutTotal: true, answer: null })
  expect(floor?.readings.map(({ score }) => score)).toEqual([1500, 1500])
  await toSubstantiated(office)
  const after = kept(await weighReadings(office, people.staff, assessmentId, xiayang))
  expect(after.find(({ question }) => question.code === 'floor-missing')?.readings[0]?.score).toBe(1400)
})

test('that nothing was found is said where somebody searched, and only there', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const detections = memoryDetections()
  const jobs = memoryJobs()
  const at = office.clock.now()
  const by = people.assessor.personId
  kept(await detections.adopt(district, smallRubric.id, [{ name: 'orders', text: ORDERS, by, at }]))
  const feeds = [
    { clauseId: clauses.training, inspection: null, documents: '培训记录' },
    { clauseId: clauses.breakdown, inspection: '逐台试', documents: null },
  ]
  kept(await detections.declare(district, smallRubric.id, { feeds, by, at }))
  const desk = { office, detections, jobs }
  const states = async () =>
    new Map(
      kept(await sheetCoverage(desk, people.staff, assessmentId, xiayang, null)).map(({ clauseId, ...look }) => [
        clauseId,
        look,
      ]),
    )
  const before = await states()
  expect(before.get(clauses.vacated)?.state).toBe('found')
  expect(before.get(clauses.training)).toEqual({ state: 'unsearched', sentence: '尚未检查：待看资料' })
  expect(before.get(clauses.breakdown)).toEqual({ state: 'unsearched', sentence: '尚未检查：待看现场' })
  expect(before.get(clauses.noComplaint)?.state).toBe('follows')
  const asOf = plainDate('2021-06-30')
  const about = { kind: 'detection-run' as const, assessmentId, detections: null, asOf }
  kept(await jobs.begin(district, { jobId: 'j1', by, at, about }, 'n1'))
  expect((await states()).get(clauses.hotline)).toEqual({ state: 'unsearched', sentence: '尚未检查：检测未跑' })
  const report = { dataDigest: '', calendarVersion: null, detections: [{ ...RAN, name: 'orders' }] }
  kept(await jobs.end(district, 'j1', { at, state: 'ran', report }))
  expect((await states()).get(clauses.hotline)).toMatchObject({
    state: 'searched',
    sentence: '数据查到2021-06-30，未见',
  })
})

test('a visit that found nothing is told beside the clause: how often, and when last', async () => {
  const office = await openedOffice()
  const visit = (inspectionId: string, inspectedOn: string, clauseIds: ClauseId[]) =>
    inspectCenter(office, asks(people.inspector), {
      inspectionId: id<InspectionId>(inspectionId),
      centerId: xiayang,
      inspectedOn: plainDate(inspectedOn),
      clauseIds,
    })
  kept(await visit('i1', '2021-05-12', [clauses.dress, clauses.hotline]))
  kept(await visit('i2', '2021-05-12', [clauses.dress]))
  kept(await visit('i3', '2021-05-19', [clauses.dress]))
  expect(await visit('i3', '2021-05-20', [clauses.dress])).toMatchObject({ refusal: { code: 'inspection-exists' } })
  const detections = memoryDetections()
  const at = office.clock.now()
  const by = people.assessor.personId
  kept(await detections.adopt(district, smallRubric.id, [{ name: 'orders', text: ORDERS, by, at }]))
  const desk = { office, detections, jobs: memoryJobs() }
  const looks = kept(await sheetCoverage(desk, people.staff, assessmentId, xiayang, null))
  const sentenceOf = (clauseId: ClauseId) => looks.find((look) => look.clauseId === clauseId)?.sentence
  expect(sentenceOf(clauses.dress)).toBe('检查2次，未见，最近一次2021-05-19')
  expect(sentenceOf(clauses.hotline)).toBe('检查1次，未见，最近一次2021-05-12；检测未跑')
  const before = await openedOffice()
  const scoreIn = async (of: typeof office) =>
    kept(await readSheet(of, people.staff, assessmentId, xiayang, null)).sheet.score
  expect(await scoreIn(office)).toBe(await scoreIn(before))
})

const RAN = {
  hasRun: true,
  rows: 0,
  suspicions: 0,
  raised: 0,
  amended: 0,
  withdrawn: 0,
  flagged: 0,
  unchanged: 0,
  merged: 0,
  late: 0,
  elsewhere: 0,
  unmeasured: 0,
  message: null,
}
