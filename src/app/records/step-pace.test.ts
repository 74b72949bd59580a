import { expect, test } from 'vitest'
import type { StepNote } from '../ports/job-store.ts'
import { stepPace } from './step-pace.ts'

const rows = (done: number, total: number | null = 1_000, step = 'checking'): StepNote => ({
  step,
  done,
  total,
  unit: 'rows',
})

test.each<[given: string, notes: readonly (readonly [at: number, note: StepNote])[], pace: unknown[]]>([
  ['nothing yet', [], [null, null]],
  ['less than a second', [[900, rows(500)]], [null, null]],
  [
    'two seconds of a step',
    [
      [0, rows(0)],
      [2_000, rows(400)],
    ],
    [200, 3],
  ],
  [
    'a total that nobody knows',
    [
      [0, rows(0)],
      [2_000, rows(400, null)],
    ] as never,
    [200, null],
  ],
  [
    'a new step: the earlier one says nothing of it',
    [
      [5_000, rows(1_000)],
      [5_000, rows(0, 100, 'writing')],
      [6_000, rows(50, 100, 'writing')],
    ],
    [50, 1],
  ],
  [
    'a clock that was set back',
    [
      [5_000, rows(100)],
      [-9_000, rows(200)],
      [-7_000, rows(400)],
    ],
    [100, 6],
  ],
  [
    'a step that stands still',
    [
      [0, rows(100)],
      [9_000, rows(100)],
    ],
    [11, 82],
  ],
])('given %s', (_given, notes, [perSecond, remainingSeconds]) => {
  let now = 0
  const { note, pace } = stepPace({ epochMs: () => now })
  for (const [at, step] of notes) {
    now = at
    note(step)
  }
  expect(pace()).toMatchObject({ perSecond, remainingSeconds })
})
