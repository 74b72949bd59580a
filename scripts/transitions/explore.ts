import { plainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { AssessmentState } from '../../src/core/ledger/assessment-state.ts'
import { decide } from '../../src/core/ledger/decide.ts'
import { emptyAssessment, evolve } from '../../src/core/ledger/evolve.ts'
import type { FactType } from '../../src/core/ledger/ledger-command.ts'
import type { LedgerRefusal } from '../../src/core/ledger/ledger-refusals.ts'
import { smallRubric } from '../../test/fixtures/small-rubric.ts'
import type { Attempt } from './attempt.ts'
import { textOf, type Situation } from './situation.ts'

/** What a page is about: what is tried, what its situations are called, and which states are one to it. */
export interface View {
  readonly attempts: (state: AssessmentState, day: PlainDate) => readonly Attempt[]
  readonly situationOn: (state: AssessmentState, day: PlainDate) => Situation
  readonly keyOf: (state: AssessmentState) => string
}

/** One command tried in one situation: where it led, or why not. */
export interface Observation {
  readonly type: FactType
  readonly from: Situation
  readonly isModel: boolean
  readonly to: Situation | null
  readonly refusal: LedgerRefusal | null
}

/** All that was seen, and what became of a situation by nothing but the days that went by. */
export interface Exploration {
  readonly observed: readonly Observation[]
  readonly passed: readonly { readonly from: Situation; readonly to: Situation }[]
}

/** In the days to reply, in those to appeal, and when all of them and the period are over. */
export const DAYS = ['2021-05-25', '2021-06-10', '2022-01-10'].map(plainDate)

/**
 * Every state that any order of commands reaches, each tried with every command on every day, by the decisions
 * themselves. Several ways into one state are followed, so that what a key leaves out cannot hide a transition.
 */
export function explore({ attempts, situationOn, keyOf }: View): Exploration {
  const seen = new Map<string, Observation>()
  const passed = new Map<string, Exploration['passed'][number]>()
  const known = new Map<string, number>([[keyOf(emptyAssessment), 1]])
  const waiting: { state: AssessmentState; isFirst: boolean }[] = [{ state: emptyAssessment, isFirst: true }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { state, isFirst } = next
    DAYS.forEach((day, place) => {
      const later = situationOn(state, DAYS[place + 1] ?? day)
      const at = timestamp(`${day}T10:00:00+08:00`)
      const from = situationOn(state, day)
      const here = textOf(from)
      if (later.subject !== from.subject) passed.set(`${here} > ${textOf(later)}`, { from, to: later })
      for (const { command, isModel } of attempts(state, day)) {
        if (!isModel && !isFirst) continue
        const { type } = command
        const proposal = { ...command, actedAt: at, recordedAt: at }
        const verdict = decide(state, smallRubric, proposal)
        if (!verdict.ok) {
          const { code, message } = verdict.refusal
          seen.set(`${type} ${isModel} ${here} ${code}`, { type, from, isModel, to: null, refusal: { code, message } })
          continue
        }
        const after = evolve(state, { ...proposal, seq: state.seq + 1 })
        const to = situationOn(after, day)
        seen.set(`${type} ${isModel} ${here} > ${textOf(to)}`, { type, from, isModel, to, refusal: null })
        const key = keyOf(after)
        const ways = known.get(key) ?? 0
        if (ways >= WAYS) continue
        known.set(key, ways + 1)
        waiting.push({ state: after, isFirst: ways === 0 })
      }
    })
  }
  return { observed: [...seen.values()], passed: [...passed.values()] }
}

const WAYS = 2
