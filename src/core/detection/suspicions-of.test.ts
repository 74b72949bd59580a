import { expect, test } from 'vitest'
import {
  detectionOf,
  looked,
  openTo,
  otherCenter,
  parameter,
  rates,
  ratings,
  repairs,
} from '../../../test/fixtures/small-detections.ts'
import { center } from '../../../test/fixtures/small-ledger.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type EventKey } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { rational } from '../kernel/rational.ts'
import { allegedBy } from './alleged-by.ts'
import type { DetectedMeasure, DetectedRow, Detection } from './detection.ts'
import { judgeMeasures, suspicionOfMeasure, suspicionsOfRows } from './suspicions-of.ts'

const row = (rest: Partial<DetectedRow> = {}): DetectedRow => ({
  centerId: center,
  subject: 'hpj/R1',
  occurredOn: plainDate('2021-03-05'),
  occurrences: 1,
  eventKey: null,
  recordRef: 'ratings/hpj/R1@1',
  measured: null,
  ...rest,
})

const measure = (rest: Partial<DetectedMeasure> = {}): DetectedMeasure => ({
  centerId: center,
  period: '2021-03',
  numerator: 2,
  denominator: 3,
  ...rest,
})

function found(detection: Detection, rows: readonly DetectedRow[], readings = {}) {
  const outcome = suspicionsOfRows(detection, rows, looked(readings))
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

test('several records of one subject are one suspicion, of the earliest day, with each record once', () => {
  const later = row({ occurredOn: plainDate('2021-03-09'), recordRef: 'ratings/hpj/R2@1' })
  const { suspicions } = found(ratings, [later, row(), row()])
  expect(suspicions).toMatchObject([
    { occurredOn: '2021-03-05', occurrences: 1, records: ['ratings/hpj/R1@1', 'ratings/hpj/R2@1'], unmet: null },
  ])
})

test('the same subject at two centers is two suspicions, and at no center of the assessment none', () => {
  const nowhere = { ...row(), centerId: null }
  const rows = [row(), row({ centerId: otherCenter }), nowhere, row({ centerId: id('other') })]
  const outcome = suspicionsOfRows(ratings, rows, looked())
  expect(outcome).toMatchObject({ ok: true, value: { elsewhere: 2 } })
  if (outcome.ok) expect(outcome.value.suspicions.map(({ centerId }) => centerId)).toEqual([center, otherCenter])
})

test('a suspicion names the requirement that its detection sees broken', () => {
  expect(found(repairs, [row()]).suspicions).toMatchObject([{ clauseId: clauses.breakdown, unmet: [1] }])
})

test.each<[title: string, rows: DetectedRow[]]>([
  ['counts that differ', [row(), row({ occurrences: 2 })]],
  ['events that differ', [row(), row({ eventKey: id<EventKey>('e1') })]],
  ['measures that differ', [row({ measured: 1 }), row({ measured: 2 })]],
  ['a day before the period', [row({ occurredOn: plainDate('2020-12-31') })]],
  ['a day after it', [row({ occurredOn: plainDate('2022-01-01') })]],
])('%s refuse all rows of a detection', (_title, rows) => {
  expect(suspicionsOfRows(ratings, [row({ subject: 'hpj/R9' }), ...rows], looked())).toMatchObject({ ok: false })
})

test('what is alleged reads as a sentence for the center', () => {
  const detection = detectionOf('repairs', clauses.breakdown, {
    title: '没有按期修复',
    unmet: 1,
    parameters: [
      parameter('days', 5, { because: '通知原文“5个工作日内修复”' }),
      parameter('stars', 3, { unit: '星', because: '“3星以下”', ...openTo('10.3/inclusive', { in: 3, out: 2 }) }),
    ],
  })
  const rows = ['R1', 'R2', 'R3', 'R4'].map((one) => row({ recordRef: `ratings/hpj/${one}@1`, occurrences: 2 }))
  const absent = row({ recordRef: `absent:openings/${center}/2021-03-05/morning`, occurrences: 2 })
  const said = (readings: object) =>
    found(detection, [...rows, absent], readings).suspicions.map((one) => allegedBy(one).description)
  expect(said({})).toEqual([
    '没有按期修复：2021-03-05，2 次。口径 5 个工作日：通知原文“5个工作日内修复”。' +
      '口径 3 星：“3星以下”；口径未定（问题 10.3/inclusive），暂按这个数。' +
      '记录：缺少开放与考勤 2021-03-05 上午；好差评 R1、R2、R3 等 4 条',
  ])
  expect(said({ '10.3/inclusive': 'out' })[0]).toContain('口径 2 星：“3星以下”。')
})

test('a ledger keeps a thousand records of a suspicion, and says how many there are', () => {
  const rows = Array.from({ length: 1_001 }, (_, at) => row({ recordRef: `ratings/hpj/R${at + 1_000}@1` }))
  const [suspicion] = found(ratings, rows).suspicions
  const alleged = suspicion && allegedBy(suspicion)
  expect(alleged?.records).toHaveLength(1_000)
  expect(alleged?.description).toContain('共 1001 条，台账列出前 1000 条')
})

function measuring(measures: readonly DetectedMeasure[], detection = rates) {
  const outcome = judgeMeasures(detection, measures, looked())
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

test('a measure that falls short is a suspicion of the last day of its span', () => {
  const { suspects } = measuring([measure(), measure({ period: '2021' }), measure({ period: '2021-02', numerator: 3 })])
  const suspicions = suspects.map((one) => suspicionOfMeasure(rates, one, ['service_cases/x/1@1'], looked()))
  expect(suspicions).toMatchObject([
    {
      subject: '2021-03',
      occurredOn: '2021-03-31',
      measured: rational(200, 3),
      description: '检测rates：2021 年 3 月测得 66.66…%（2/3），低于70%',
      records: ['measure:2/3', 'service_cases/x/1@1'],
    },
    { subject: '2021', occurredOn: '2021-12-31' },
  ])
})

test('a denominator of 0 measures nothing: it is told, and nobody is suspected', () => {
  expect(measuring([measure({ numerator: 0, denominator: 0 })])).toEqual({
    suspects: [],
    unmeasured: [{ centerId: center, period: '2021-03' }],
    elsewhere: 0,
  })
})

test('a clause that prints no number is given none: what was measured is only said', () => {
  const detection = detectionOf('articles', clauses.vacated, {
    title: '信息报送不足',
    parameters: [parameter('least', 2, { unit: '篇' })],
    shape: { kind: 'measures', judge: { kind: 'limit', op: '<', parameter: 'least', unit: '篇' } },
  })
  const { suspects } = measuring([measure({ numerator: 1, denominator: 1 })], detection)
  expect(suspects.map((one) => suspicionOfMeasure(detection, one, [], looked()))).toMatchObject([
    { measured: null, description: '信息报送不足：2021 年 3 月测得 1篇，低于2篇。口径 2 篇：内部规定' },
  ])
})

test.each<[title: string, measures: DetectedMeasure[]]>([
  ['one span measured twice', [measure(), measure({ numerator: 1 })]],
  ['a month before the period', [measure({ period: '2020-12' })]],
  ['a year after it', [measure({ period: '2022' })]],
])('%s refuses all measures', (_title, measures) => {
  expect(judgeMeasures(rates, measures, looked())).toMatchObject({ ok: false })
})
