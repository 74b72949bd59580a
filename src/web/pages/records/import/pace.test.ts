import { describe, expect, test } from 'vitest'
import { nextPiece, paceOf, sampled, type Sample, type UploadPace } from './pace.ts'

const MB = 1024 * 1024

test.each<[given: string, samples: readonly Sample[], total: number, pace: UploadPace]>([
  ['nothing yet', [], 100, { perSecond: null, remainingSeconds: null }],
  ['one moment', [{ at: 5, done: 7 }], 100, { perSecond: null, remainingSeconds: null }],
  ['too short to say', [{ at: 0, done: 0 }, { at: 500, done: 50 }], 100, { perSecond: null, remainingSeconds: null }], // prettier-ignore
  ['ten a second', [{ at: 0, done: 0 }, { at: 2_000, done: 20 }], 100, { perSecond: 10, remainingSeconds: 8 }], // prettier-ignore
  ['a line that stands', [{ at: 0, done: 20 }, { at: 2_000, done: 20 }], 100, { perSecond: 0, remainingSeconds: null }], // prettier-ignore
  ['the end', [{ at: 0, done: 0 }, { at: 1_000, done: 100 }], 100, { perSecond: 100, remainingSeconds: 0 }], // prettier-ignore
])('the pace of %s', (_given, samples, total, pace) => {
  expect(paceOf(samples, total)).toEqual(pace)
})

describe('samples', () => {
  test('older than ten seconds no longer count', () => {
    const kept = [0, 5_000, 9_000, 16_000].reduce<readonly Sample[]>((all, at) => sampled(all, { at, done: at }), [])
    expect(kept.map(({ at }) => at)).toEqual([9_000, 16_000])
  })

  test('begin anew where the server kept less than was sent', () => {
    const kept = sampled([{ at: 0, done: 500 }], { at: 900, done: 300 })
    expect(kept).toEqual([{ at: 900, done: 300 }])
  })
})

test.each<[given: string, bytes: number, tookMs: number, next: number]>([
  ['a fast line takes twice as much', MB, 200, 2 * MB],
  ['never more than eight megabytes', 8 * MB, 200, 8 * MB],
  ['two seconds are right', MB, 2_000, MB],
  ['a slow line takes half', MB, 9_000, MB / 2],
  ['never less than a quarter of one', MB / 4, 90_000, MB / 4],
])('%s', (_given, bytes, tookMs, next) => {
  expect(nextPiece(bytes, tookMs)).toBe(next)
})
