import { expect, test } from 'vitest'
import { id, type CenterId } from '../../kernel/identifiers.ts'
import { boundsWords, centerWords, leadWords } from './certainty-words.ts'
import type { CertainCenter } from './certain-center.ts'
import type { RankBounds } from './rank-bounds.ts'
import { namesText, shareText, timesText } from './share-words.ts'

test.each<[times: number, says: string]>([
  [0, '模拟中没有出现'],
  [3, '不到百分之一'],
  [40, '不到半成'],
  [90, '不到一成'],
  [104, '约一成'],
  [487, '约一半'],
  [614, '约六成'],
  [949, '约九成'],
  [970, '九成五以上'],
  [1000, '模拟中次次如此'],
])('%i of 1000 draws are %s', (times, says) => {
  expect(shareText(times, 1000)).toBe(says)
})

test('figures and names are told short', () => {
  expect([timesText(100), timesText(10_000), timesText(1_234_567)]).toEqual(['100次', '10,000次', '1,234,567次'])
  expect(namesText(['甲', '乙'])).toBe('甲、乙')
  expect(namesText(['甲', '乙', '丙', '丁', '戊'])).toBe('甲、乙、丙、丁等5个中心')
})

test.each<[title: string, bounds: Partial<RankBounds>, says: string]>([
  ['exact', {}, '名次最好第2、最差第5'],
  ['shared at its best', { isBestShared: true }, '名次最好第2（与人并列）、最差第5'],
  [
    'only bounded',
    { isExact: false, foundBest: 3, foundWorst: 4 },
    '名次不会好过第2、不会差过第5（组合太多没有试完，试到的最好第3、最差第4）',
  ],
])('bounds that are %s', (_title, bounds, says) => {
  expect(boundsWords(boundsOf(2, 5, bounds))).toBe(says)
})

const drawing = { draws: 1000, seed: 1 }

test('a center is told with its score, its interval, its bounds and its chance', () => {
  expect(
    centerWords(
      center('徐泾镇', 3, boundsOf(2, 5), [
        [3, 610],
        [4, 390],
      ]),
      drawing,
    ),
  ).toBe('徐泾镇现得84.5分，第3名；在未决事项之内得分可在80–85.5之间，名次最好第2、最差第5；第3名的可能性约六成。')
  expect(
    centerWords(
      center('徐泾镇', 3, boundsOf(2, 5), [
        [3, 200],
        [4, 800],
      ]),
      drawing,
    ),
  ).toContain('第3名的可能性约二成，最可能是第4名（约八成）。')
  expect(centerWords(center('赵巷镇', 3, boundsOf(3, 3), [[3, 1000]]), drawing)).toContain('名次已定。')
})

test.each<[title: string, centers: CertainCenter[], says: string]>([
  ['nobody', [], '还没有中心，谈不上名次。'],
  [
    'everything settled',
    [center('甲', 1, boundsOf(1, 1), [[1, 1000]]), center('乙', 2, boundsOf(2, 2), [[2, 1000]])],
    '2个中心的名次都已定，未决事项怎样办结都不再变。',
  ],
  [
    'a first that nobody can take',
    [
      center('甲', 1, boundsOf(1, 1), [[1, 1000]]),
      center('乙', 2, boundsOf(2, 3), [[2, 1000]]),
      center('丙', 3, boundsOf(2, 3), [[3, 1000]]),
    ],
    '第1名现为甲，已经定了。3个中心中，名次已定的1个（甲第1），其余2个还会变。',
  ],
  [
    'a first with a rival',
    [center('甲', 1, boundsOf(1, 2), [[1, 700]]), center('乙', 2, boundsOf(1, 2), [[2, 700]])],
    '第1名现为甲，保住的可能性约七成；还可能第1的有乙。2个中心中，没有一个的名次已定。',
  ],
])('the lead with %s', (_title, centers, says) => {
  expect(leadWords(centers, drawing)).toBe(says)
})

function boundsOf(best: number, worst: number, rest: Partial<RankBounds> = {}): RankBounds {
  return {
    centerId: id<CenterId>('c'),
    best,
    worst,
    foundBest: best,
    foundWorst: worst,
    isExact: true,
    isBestShared: false,
    isWorstShared: false,
    ...rest,
  }
}

function center(
  centerName: string,
  rank: number,
  bounds: RankBounds,
  odds: readonly (readonly [rank: number, times: number])[],
): CertainCenter {
  return {
    centerId: id<CenterId>(centerName),
    centerName,
    score: 8450,
    interval: [8000, 8550],
    rank,
    isTied: false,
    bounds,
    odds: odds.map(([place, times]) => ({ rank: place, times })),
    mean: 8400,
    between: [8050, 8500],
    sentence: '',
  }
}
