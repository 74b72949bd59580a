import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase } from '../../../test/fixtures/scoring-arbitrary.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { score } from '../../core/scoring/score.ts'
import { canMove } from './told.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-12-31') }

test('what is said not to move a settled score moves none', () => {
  fc.assert(
    fc.property(smallCase, ({ facts, rubric, interpretations }) => {
      const events = eventsOf(facts)
      const totalsOf = (count: number) =>
        new Map(
          score(rubric, interpretations, events.slice(0, count), clocks).map((sheet) => [sheet.centerId, sheet.score]),
        )
      let before = totalsOf(0)
      events.forEach((event, at) => {
        const after = totalsOf(at + 1)
        if (!canMove(event)) for (const [centerId, own] of before) expect(after.get(centerId)).toBe(own)
        before = after
      })
    }),
    { numRuns: process.env['NIGHTLY'] ? 2000 : 60 },
  )
})
