import { expect, test } from 'vitest'
import { placeOn, scaleOf, ticksOf } from '../../ui/beam.tsx'
import { heatStep, type HeatStep } from './heat-step.ts'
import { certainOf, type Certain } from './lead.ts'
import { marked } from './marked.ts'
import { placeTies } from './ties.ts'
import { apart, endOf, monthsBetween } from './trend-places.ts'

test.each<[lost: number, maxPoints: number, step: HeatStep]>([
  [0, 500, 0],
  [-50, 500, 0],
  [1, 500, 1],
  [25, 500, 1],
  [26, 500, 2],
  [50, 500, 2],
  [75, 500, 3],
  [100, 500, 4],
  [101, 500, 5],
  [500, 500, 5],
  [50, 300, 4],
])('%i lost of %i is step %i', (lost, maxPoints, step) => {
  expect(heatStep(lost, maxPoints)).toBe(step)
})

test.each<[title: string, ranks: number[], spans: number[]]>([
  ['no ties', [1, 2, 3], [1, 1, 1]],
  ['two share the third', [1, 2, 3, 3, 5], [1, 1, 2, 0, 1]],
  ['all share the first', [1, 1, 1], [3, 0, 0]],
  ['a page that begins within a tie', [7, 7, 9], [2, 0, 1]],
  ['nobody', [], []],
])('%s', (_title, ranks, spans) => {
  expect(placeTies(ranks.map((rank) => ({ rank }))).map(({ span }) => span)).toEqual(spans)
})

const center = (centerName: string, best: number, worst: number) => ({ centerName, possible: [best, worst] })

test.each<[title: string, ranked: ReturnType<typeof center>[], certain: Certain]>([
  [
    'the first can fall to the second, the last stays the last',
    [center('A', 1, 2), center('B', 1, 3), center('C', 2, 3), center('D', 4, 4)],
    { first: { centerName: 'A', worst: 2 }, fixed: [{ centerName: 'D', rank: 4 }], moving: 2 },
  ],
  ['nothing is certain', [center('A', 1, 2), center('B', 1, 2)], { first: null, fixed: [], moving: 2 }],
  [
    'all is',
    [center('A', 1, 1), center('B', 2, 2)],
    {
      first: null,
      fixed: [
        { centerName: 'A', rank: 1 },
        { centerName: 'B', rank: 2 },
      ],
      moving: 0,
    },
  ],
  ['nobody is enrolled', [], { first: null, fixed: [], moving: 0 }],
])('%s', (_title, ranked, certain) => {
  expect(certainOf(ranked)).toEqual(certain)
})

test.each<[scores: number[], from: number, to: number, ticks: number]>([
  [[7450, 9350], 7000, 9500, 6],
  [[9500], 9500, 9600, 2],
  [[-250, 300], -300, 300, 7],
])('%j stands on a scale from %i to %i', (scores, from, to, ticks) => {
  const scale = scaleOf(scores)
  expect(scale).toMatchObject({ from, to })
  expect(ticksOf(scale)).toHaveLength(ticks)
  expect(placeOn(scale, scale.from)).toBe('0.000%')
})

test('what is certain and what is open is marked within a sentence', () => {
  expect(marked('已定[94]起，还有{26}处')).toEqual([
    { text: '已定', kind: 'plain' },
    { text: '94', kind: 'certain' },
    { text: '起，还有', kind: 'plain' },
    { text: '26', kind: 'open' },
    { text: '处', kind: 'plain' },
  ])
})

test.each<[places: number[], spread: number[]]>([
  [
    [10, 50, 90],
    [10, 50, 90],
  ],
  [
    [10, 12, 90],
    [10, 26, 90],
  ],
  [
    [88, 89, 90],
    [58, 74, 90],
  ],
])('labels at %j stand apart at %j', (places, spread) => {
  expect(apart(places, 16, 90)).toEqual(spread)
})

test('months begin within a period, and what a month ended with holds what came before', () => {
  expect(monthsBetween('2021-03-01', '2021-05-10')).toEqual(['2021-03', '2021-04', '2021-05'])
  const points = [
    { day: '2021-03-05', score: 9500 },
    { day: '2021-04-30', score: 9400 },
  ]
  expect(['2021-02', '2021-03', '2021-04', '2021-05'].map((month) => endOf(points, month))).toEqual([
    null,
    9500,
    9400,
    9400,
  ])
})
