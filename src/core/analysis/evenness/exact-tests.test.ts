import { expect, test } from 'vitest'
import { chanceText, type Chance } from './chance.ts'
import { compareOrder } from './compare-order.ts'
import { compareRates, type Rate } from './compare-rates.ts'
import { compareShares } from './compare-shares.ts'
import { holdBack } from './hold-back.ts'
import { orderDistribution } from './order-distribution.ts'
import { stratumOf } from './stratum.ts'

test.each<[title: string, sizes: number[], counts: number[], surpluses: [number, number][]]>([
  [
    'the lady who tastes tea: all eight cups right once in 70',
    [4, 4],
    [4, 4],
    [
      [16, 1],
      [8, 16],
      [0, 36],
      [-8, 16],
      [-16, 1],
    ],
  ],
  [
    "Kendall's S of four things",
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [
      [6, 1],
      [4, 3],
      [2, 5],
      [0, 6],
      [-2, 5],
      [-4, 3],
      [-6, 1],
    ],
  ],
  ['nothing at all', [], [], [[0, 1]]],
  ['all amounts the same', [2, 3], [5], [[0, 10]]],
])('the distribution of %s', (_title, sizes, counts, surpluses) => {
  const found = orderDistribution(sizes, counts, 1_000_000)
  expect([...(found ?? [])].sort(([a], [b]) => b - a)).toEqual(surpluses.map(([at, ways]) => [at, BigInt(ways)]))
})

test.each<[title: string, strata: number[][][], favorable: number, total: number, least: number]>([
  [
    'Mann and Whitney, 5 against 5 with U = 2',
    [
      [
        [1, 2, 3, 4, 7],
        [5, 6, 8, 9, 10],
      ].map(far),
    ],
    8,
    252,
    2,
  ],
  [
    'Mann and Whitney, 4 against 4 wholly apart',
    [
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ].map(far),
    ],
    2,
    70,
    2,
  ],
  ['Kendall, five days, one pair turned round (S = 8)', [[[1], [2], [3], [5], [4]].map(far)], 10, 120, 2],
  ['Kendall, five days in order', [[[1], [2], [3], [4], [5]].map(far)], 2, 120, 2],
  ['two clauses of one against one are four arrangements', [[[1], [2]].map(far), [[1], [2]].map(far)], 2, 4, 2],
  ['nobody to compare with', [[[1, 2, 3]].map(far)], 1, 1, 1],
])('%s', (_title, strata, favorable, total, least) => {
  const { chance, least: best } = compareOrder(strata.map(stratumOf), 1)
  expect(ratioOf(chance)).toEqual(ratioOf({ favorable: BigInt(favorable), total: BigInt(total) }))
  expect(ratioOf(best)).toEqual(ratioOf({ favorable: BigInt(least), total: BigInt(total) }))
})

/** Prices are hundredths. */
function far(group: number[]): number[] {
  return group.map((amount) => amount * 50)
}

test.each<[title: string, shares: [some: number, all: number][], favorable: number, total: number]>([
  [
    'the lady who tastes tea, all right, either way',
    [
      [4, 4],
      [0, 4],
    ],
    2,
    70,
  ],
  [
    'the lady who tastes tea, one pair wrong',
    [
      [3, 4],
      [1, 4],
    ],
    34,
    70,
  ],
  [
    "Fisher's twins of convicts: p = 0.0005367",
    [
      [2, 17],
      [10, 13],
    ],
    46_423,
    86_493_225,
  ],
  [
    'three groups, wholly apart',
    [
      [2, 2],
      [0, 2],
      [0, 2],
    ],
    3,
    15,
  ],
  ['one group', [[3, 9]], 1, 1],
  ['no group', [], 1, 1],
  [
    'nothing substantiated',
    [
      [0, 9],
      [0, 4],
    ],
    1,
    1,
  ],
])("Fisher's exact test: %s", (_title, shares, favorable, total) => {
  const chance = compareShares(
    shares.map(([some, all]) => ({ some, all })),
    1,
  )
  expect(ratioOf(chance)).toEqual(ratioOf({ favorable: BigInt(favorable), total: BigInt(total) }))
})

test.each<[title: string, own: Rate, rest: Rate, chance: number, digits: number]>([
  ['seven of ten on half of the visits', { found: 7, visits: 5 }, { found: 3, visits: 5 }, 0.34375, 10],
  [
    '11 in 800 against 21 in 3,011 (published: 0.07967)',
    { found: 11, visits: 800 },
    { found: 21, visits: 3011 },
    0.07967,
    5,
  ],
  [
    "Mendel's 682 of 925 at three to one (published: 0.3825)",
    { found: 682, visits: 3 },
    { found: 243, visits: 1 },
    0.3825,
    4,
  ],
  ['never visited', { found: 3, visits: 0 }, { found: 3, visits: 9 }, 1, 10],
])('rates: %s', (_title, own, rest, chance, digits) => {
  expect(Number(compareRates(own, rest).favorable) / Number(compareRates(own, rest).total)).toBeCloseTo(chance, digits)
})

test.each<[title: string, chances: number[], held: number[]]>([
  ['a textbook four', [100, 400, 300, 50], [300, 600, 600, 200]],
  ['one alone', [400], [400]],
  ['none', [], []],
  ['never above certainty', [9000, 8000], [10_000, 10_000]],
])('Holm: %s', (_title, chances, held) => {
  const parts = chances.map((part): Chance => ({ favorable: BigInt(part), total: 10_000n, how: 'all' }))
  expect(holdBack(parts).map(({ favorable }) => Number(favorable))).toEqual(held)
})

test.each<[favorable: number, total: number, text: string]>([
  [1, 1, '每次都有'],
  [34, 70, '约每100次49次'],
  [1, 70, '约每100次1次'],
  [999, 1000, '几乎每次都有'],
  [4, 1000, '约每1000次4次'],
  [46_423, 86_493_225, '约每1000次1次'],
  [1, 9000, '约每10000次1次'],
  [1, 90_000, '每10000次不到1次'],
])('%i of %i is read as %s', (favorable, total, text) => {
  expect(chanceText({ favorable: BigInt(favorable), total: BigInt(total), how: 'all' })).toBe(text)
})

function ratioOf({ favorable, total }: Pick<Chance, 'favorable' | 'total'>): string {
  let [a, b] = [favorable, total]
  while (b !== 0n) [a, b] = [b, a % b]
  return `${favorable / a}/${total / a}`
}
