import { expect, test } from 'vitest'
import { plainDate } from '../../../core/kernel/plain-date.ts'
import { clockLayout, dayAfterKey, dayAt, placeOf } from './clock-layout.ts'
import type { Timeline } from '../../score-sheet/sheet-answer.ts'

const span = { from: plainDate('2021-01-01'), to: plainDate('2021-12-31') }
const timeline = (matters: readonly [ref: string, occurredOn: string, settledOn: string | null][]): Timeline => ({
  periodFrom: span.from,
  periodTo: span.to,
  today: plainDate('2021-10-25'),
  sealedOn: null,
  matters: matters.map(([ref, occurredOn, settledOn]) => ({
    kind: 'finding',
    ref,
    clauseId: '1.1.1' as Timeline['matters'][number]['clauseId'],
    standing: 'substantiated',
    occurredOn: plainDate(occurredOn),
    settledOn: settledOn === null ? null : plainDate(settledOn),
  })),
})

test('a year has twelve months, and its days stand in their order', () => {
  const { months, todayX } = clockLayout(timeline([]), new Map())
  expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(months[0]?.x).toBe(8)
  expect(todayX).toBeGreaterThan(months[9]?.x ?? 0)
  expect(todayX).toBeLessThan(months[10]?.x ?? 0)
})

test.each<[title: string, settledOn: string | null, effect: number, tone: string]>([
  ['a loss', '2021-06-01', -100, 'lost'],
  ['a gain', '2021-06-01', 50, 'gained'],
  ['what was decided and moves nothing', '2021-06-01', 0, 'idle'],
  ['what nobody has decided', null, 0, 'open'],
])('%s is joined from the day it happened to the day it was decided', (_title, settledOn, effect, tone) => {
  const { joints, todayX } = clockLayout(timeline([['f', '2021-05-01', settledOn]]), new Map([['f', effect]]))
  expect(joints).toEqual([
    {
      ref: 'f',
      x: placeOf(span, plainDate('2021-05-01')),
      settledX: settledOn === null ? todayX : placeOf(span, plainDate(settledOn)),
      tone,
    },
  ])
})

test.each(['2021-01-01', '2021-06-30', '2021-12-31'])('%s is found again where it stands', (text) => {
  const day = plainDate(text)
  expect(dayAt(span, placeOf(span, day))).toBe(day)
})

test.each<[key: string, next: string | null]>([
  ['ArrowRight', '2021-01-02'],
  ['ArrowLeft', '2021-01-01'],
  ['PageUp', '2021-01-31'],
  ['End', '2021-12-31'],
  ['Home', '2021-01-01'],
  ['a', null],
])('%s moves the handle from the first day', (key, next) => {
  expect(dayAfterKey(span, span.from, key)).toBe(next)
})
