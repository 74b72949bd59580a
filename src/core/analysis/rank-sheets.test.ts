import { expect, test } from 'vitest'
import { id, type CenterId } from '../kernel/identifiers.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { rankSheets } from './rank-sheets.ts'

test.each<[title: string, centers: Row[], ranks: [string, number, boolean, string][]]>([
  ['nobody', [], []],
  ['one center', [['a', 90, 80, 95]], [['a', 1, false, '1–1']]],
  [
    'scores apart and settled',
    [
      ['a', 80, 80, 80],
      ['b', 90, 90, 90],
    ],
    [
      ['b', 1, false, '1–1'],
      ['a', 2, false, '2–2'],
    ],
  ],
  [
    'a tie shares the rank and the next one skips',
    [
      ['a', 90, 90, 90],
      ['b', 90, 90, 90],
      ['c', 80, 80, 80],
    ],
    [
      ['a', 1, true, '1–1'],
      ['b', 1, true, '1–1'],
      ['c', 3, false, '3–3'],
    ],
  ],
  [
    'overlapping intervals can change places',
    [
      ['a', 90, 84, 91],
      ['b', 85, 85, 88],
    ],
    [
      ['a', 1, false, '1–2'],
      ['b', 2, false, '1–2'],
    ],
  ],
])('%s', (_title, centers, ranks) => {
  const ranked = rankSheets(centers.map(sheet))
  expect(ranked.map(({ sheet, rank, isTied, possible }) => [sheet.centerId, rank, isTied, possible.join('–')])).toEqual(
    ranks,
  )
})

type Row = [name: string, score: number, low: number, high: number]

function sheet([name, score, low, high]: Row): ScoreSheet {
  return {
    centerId: id<CenterId>(name),
    centerName: name,
    sections: [],
    score,
    interval: [low, high],
    isSettled: low === high,
    open: [],
  }
}
