import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layMargin, type MarginNote } from './margin-layout.ts'

const note = (id: string, at: number, height: number, isPinned = false): MarginNote => ({ id, at, height, isPinned })

test.each<[what: string, notes: MarginNote[], tops: Record<string, number>]>([
  ['notes with room stand at their phrases', [note('a', 10, 20), note('b', 100, 20)], { a: 10, b: 100 }],
  [
    'what would overlap is pushed down',
    [note('a', 10, 50), note('b', 20, 50), note('c', 30, 5)],
    { a: 10, b: 70, c: 130 },
  ],
  ['two at one phrase keep their order', [note('a', 10, 20), note('b', 10, 20)], { a: 10, b: 40 }],
  [
    'what stands before the open clause gives way upward',
    [note('a', 80, 50), note('p', 100, 200, true), note('c', 110, 5)],
    { a: 40, p: 100, c: 310 },
  ],
  ['where there is no room above, all go down', [note('a', 0, 150), note('p', 100, 20, true)], { a: 0, p: 160 }],
])('%s', (_what, notes, tops) => {
  expect(Object.fromEntries(layMargin(notes, 10))).toEqual(tops)
})

test('nothing overlaps, nothing stands above the document, however notes come', () => {
  const some = fc.array(fc.record({ at: fc.nat(500), height: fc.nat(120) }), { maxLength: 12 })
  fc.assert(
    fc.property(some, fc.nat(12), (places, open) => {
      const notes = places.map(({ at, height }, index) => note(String(index), at, height, index === open))
      const tops = layMargin(notes, 8)
      const laid = notes
        .map(({ id, at, height }) => ({ at, height, top: tops.get(id) ?? NaN }))
        .toSorted((one, other) => one.top - other.top)
      laid.forEach(({ top, height }, place) => {
        expect(top).toBeGreaterThanOrEqual(0)
        const next = laid[place + 1]
        if (next !== undefined) expect(next.top).toBeGreaterThanOrEqual(top + height)
      })
    }),
  )
})
