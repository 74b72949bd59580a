import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMAND_NAMES } from '../../scripts/transitions/command-names.ts'
import { DAYS, type View } from '../../scripts/transitions/explore.ts'
import { includes } from '../../scripts/transitions/transition-rows.ts'
import { transitions } from '../../scripts/transitions/transitions-page.ts'
import {
  ASSESSMENT_TYPES,
  assessmentView,
  BONUS_TYPES,
  bonusView,
  FINDING_TYPES,
  findingView,
} from '../../scripts/transitions/views.ts'
import { addDays } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { decide } from '../../src/core/ledger/decide.ts'
import { emptyAssessment, evolve } from '../../src/core/ledger/evolve.ts'
import { LEDGER_REFUSALS } from '../../src/core/ledger/ledger-refusals.ts'
import { smallRubric } from '../fixtures/small-rubric.ts'

const found = transitions()

test('the page says what the decisions do today (npm run transitions writes it)', () => {
  expect(readFileSync('docs/transitions.md', 'utf8')).toBe(found.page)
})

test('every act is somewhere taken', () => {
  expect(new Set(found.rows.map(({ type }) => type))).toEqual(new Set(Object.keys(COMMAND_NAMES)))
})

test('every refusal is met on the way, but for those that need a question asking for a number', () => {
  const unmet = Object.keys(LEDGER_REFUSALS).filter((code) => !found.codes.has(code as keyof typeof LEDGER_REFUSALS))
  expect(unmet).toEqual(['answer-number-missing', 'answer-number-outside'])
})

const views: readonly (readonly [View, readonly string[]])[] = [
  [assessmentView, ASSESSMENT_TYPES],
  [findingView, FINDING_TYPES],
  [bonusView, BONUS_TYPES],
]

test.each(views)(
  'no act is taken where the table does not have it, in whatever order acts come (%#)',
  (view, types) => {
    const days = [...DAYS, ...DAYS.map((day) => addDays(day, 4))]
    const step = fc.record({ draw: fc.nat(), day: fc.constantFrom(...days) })
    let taken = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 60 }), (steps) => {
        let state = emptyAssessment
        for (const { draw, day } of steps) {
          const at = timestamp(`${day}T10:00:00+08:00`)
          const lawful = view
            .attempts(state, day)
            .map(({ command }) => ({ ...command, actedAt: at, recordedAt: at }))
            .filter((proposal) => decide(state, smallRubric, proposal).ok)
          const proposal = lawful[draw % lawful.length]
          if (proposal === undefined) continue
          const from = view.situationOn(state, day)
          const isListed = found.rows.some((row) => row.type === proposal.type && includes(row, from))
          if (types.includes(proposal.type)) {
            expect([proposal.type, from, isListed]).toEqual([proposal.type, from, true])
            taken += 1
          }
          state = evolve(state, { ...proposal, seq: state.seq + 1 })
        }
      }),
      { numRuns: 60 },
    )
    expect(taken).toBeGreaterThan(60)
  },
)
