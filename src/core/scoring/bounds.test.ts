import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase, type SmallCase } from '../../../test/fixtures/scoring-arbitrary.ts'
import { asksBeyond } from '../../../test/fixtures/asks-beyond.ts'
import { futuresOf } from '../../../test/fixtures/settled-futures.ts'
import { plainDate } from '../kernel/plain-date.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { LedgerFact } from '../ledger/ledger-event.ts'
import { answersAsOf, stateAsOf } from './as-of.ts'
import { scoreState } from './score.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { compilePlan } from './scoring-plan.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-12-31') }
const numRuns = Number(process.env['RUNS'] ?? (process.env['NIGHTLY'] ? 5000 : 400))

test('an interval holds every score that decisions and answers can still give, and both its ends are reached', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      const futures = futuresOf(small)
      fc.pre(futures.answers.length > 0 && futures.ledgers.length * futures.answers.length <= 3000)
      fc.pre(!asksBeyond(small))
      const sheet = sheetOf(small, small.facts, small.interpretations)
      const ends = futures.answers.flatMap((answers) => futures.ledgers.map((facts) => sheetOf(small, facts, answers)))
      const totals = ends.map(({ score }) => score)
      expect(sheet.interval).toEqual([Math.min(...totals), Math.max(...totals)])
      sheet.sections.forEach(({ interval, lines }, at) => {
        const scores = ends.map(({ sections }) => sections[at]?.score ?? 0)
        expect([at, interval]).toEqual([at, [Math.min(...scores), Math.max(...scores)]])
        lines.forEach(({ between }, line) => {
          for (const end of ends) {
            const effect = end.sections[at]?.lines[line]?.effect ?? 0
            expect(between[0] <= effect && effect <= between[1]).toBe(true)
          }
        })
      })
      expect(sheet.score).toBeGreaterThanOrEqual(sheet.interval[0])
      expect(sheet.score).toBeLessThanOrEqual(sheet.interval[1])
      expect(sheet.isSettled).toBe(sheet.interval[0] === sheet.interval[1] && sheet.score === sheet.interval[0])
      if (sheet.interval[0] !== sheet.interval[1]) expect(sheet.open.length).toBeGreaterThan(0)
    }),
    { numRuns },
  )
})

function sheetOf({ rubric }: SmallCase, facts: readonly LedgerFact[], answers: readonly Interpretation[]): ScoreSheet {
  const plan = compilePlan(rubric, answersAsOf(answers, clocks.knownBy))
  const [sheet] = scoreState(plan, stateAsOf(eventsOf(facts), clocks))
  if (!sheet) throw new Error('no sheet')
  return sheet
}
