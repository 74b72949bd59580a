import { expect, test } from 'vitest'
import { id } from '../../../core/kernel/identifiers.ts'
import { compareSheets } from './compare-sheets.ts'
import type { Interval, SheetAnswer } from '../../score-sheet/sheet-answer.ts'

type Given = readonly [score: number, interval: Interval, effects: readonly number[]]

test.each<
  [title: string, before: Given, now: Given, total: boolean, sections: [string, number][], clauses: [string, number][]]
>([
  ['nothing', [500, [500, 500], [0, 0]], [500, [500, 500], [0, 0]], false, [], []],
  ['a loss more', [500, [500, 500], [0, 0]], [400, [400, 400], [0, -100]], true, [['1', 500]], [['1.1.2', 0]]],
  ['only what is open', [500, [400, 500], [0, 0]], [500, [500, 500], [0, 0]], true, [['1', 500]], []],
  ['what a floor hides', [0, [0, 0], [-600, 0]], [0, [0, 0], [-600, -100]], false, [], [['1.1.2', 0]]],
  [
    'a loss given back',
    [400, [400, 400], [-100, 0]],
    [500, [500, 500], [0, 0]],
    true,
    [['1', 500 - 100]],
    [['1.1.1', -100]],
  ],
])('between two sheets changed: %s', (_title, before, now, total, sections, clauses) => {
  const changes = compareSheets(answerOf(before), answerOf(now))
  expect(changes.total !== null).toBe(total)
  expect([...changes.sections].map(([key, { score }]) => [key, score])).toEqual(sections)
  expect([...changes.clauses]).toEqual(clauses)
})

function answerOf([score, interval, effects]: Given): SheetAnswer {
  const sectionId = id<never>('1')
  return {
    sheet: {
      centerId: id<never>('c'),
      centerName: '',
      score,
      interval,
      isSettled: false,
      open: [],
      sections: [{ sectionId, maxPoints: 500, score, interval, lines: [], adjustments: [] }],
    },
    clocks: null,
    verification: null,
    sentence: '',
    isSealed: null,
    sections: [
      {
        sectionId,
        label: '',
        title: '',
        sentence: '',
        start: 500,
        adjustments: [],
        lines: [],
        clauses: effects.map((effect, at) => ({
          clauseId: id<never>(`1.1.${at + 1}`),
          criterionId: id<never>('1.1'),
          price: '',
          state: 'moved',
          effect,
          between: [effect, effect],
          lines: [],
          terms: [],
          why: '',
        })),
      },
    ],
  }
}
