import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase } from '../../../test/fixtures/scoring-arbitrary.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { evolve, emptyAssessment } from '../ledger/evolve.ts'
import { answersAsOf } from './as-of.ts'
import { runningTotal, type RunningTotal } from './running-total.ts'
import { scoreState } from './score.ts'
import { compilePlan } from './scoring-plan.ts'

const numRuns = process.env['NIGHTLY'] ? 5000 : 300

test('after every event a running total is the score of the sheet of the whole ledger until then', () => {
  let compared = 0
  fc.assert(
    fc.property(smallCase, ({ rubric, interpretations, facts }) => {
      const plan = compilePlan(rubric, answersAsOf(interpretations, plainDate('2021-12-31')))
      const running = new Map<string, RunningTotal>()
      let state = emptyAssessment
      for (const event of eventsOf(facts)) {
        state = evolve(state, event)
        const finding = 'findingId' in event ? state.findings.get(event.findingId) : undefined
        const bonus = 'bonusId' in event ? state.bonuses.get(event.bonusId) : undefined
        const centerId = finding?.centerId ?? bonus?.centerId
        if (centerId !== undefined && !running.has(centerId)) running.set(centerId, runningTotal(plan))
        if (finding !== undefined) running.get(finding.centerId)?.putFinding(finding)
        if (bonus !== undefined) running.get(bonus.centerId)?.putBonus(bonus)
        for (const sheet of scoreState(plan, state)) {
          const own = running.get(sheet.centerId)
          if (own === undefined) continue
          expect(own.total(state.isClosed)).toBe(sheet.score)
          compared += 1
        }
      }
    }),
    { numRuns },
  )
  expect(compared).toBeGreaterThan(numRuns)
})
