import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { futuresOf } from '../../../../test/fixtures/settled-futures.ts'
import { exampleYear } from '../../../../test/golden/example-year.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { applyEvent, draftOf } from '../../ledger/apply-event.ts'
import type { AssessmentState } from '../../ledger/assessment-state.ts'
import { caseNumber } from '../../ledger/case-number.ts'
import { decide } from '../../ledger/decide.ts'
import { emptyAssessment, evolve, replay } from '../../ledger/evolve.ts'
import type { LedgerEvent, LedgerFact } from '../../ledger/ledger-event.ts'
import type { ScoreSheet } from '../../scoring/score-sheet.ts'
import { answersAsOf } from '../../scoring/as-of.ts'
import { sheetsOf, type AssessedYear } from '../assessed-year.ts'
import { supposeAll } from './suppose.ts'
import { supposedSheets } from './supposed-sheets.ts'
import type { Supposition } from './supposition.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')

/** How often each kind of decision in the year of the notice is supposed before it is taken: all of them would take minutes. */
const TAKEN = process.env['NIGHTLY'] ? 200 : 12

test('whatever was decided in the example year, supposed just before, gave the sheets that the decision then gave', async () => {
  const { rubric, events, interpretations } = await exampleYear(join(root, 'notices', 'qingpu-2021'))
  const answers = answersAsOf(interpretations, plainDate('2022-12-31'))
  const draft = draftOf(emptyAssessment)
  const seen = new Map<string, number>()
  for (const event of events) {
    const supposition = suppositionOf(draft, event)
    const count = seen.get(event.type) ?? 0
    if (supposition !== null && count < TAKEN) {
      seen.set(event.type, count + 1)
      const { seq, ...command } = event
      expect([seq, decide(draft, rubric, command).ok]).toEqual([seq, true])
      const year: AssessedYear = { rubric, answers, state: draftOf(draft) }
      const really = sheetsOf({ ...year, state: evolve(draft, event) })
      expect(supposedJson(year, [supposition])).toBe(jsonOf(really, seq - 1))
    }
    applyEvent(draft, event)
  }
  expect(DECISIONS.filter((type) => !seen.has(type))).toEqual([])
}, 120_000)

test('everything that can still be decided, supposed instead, gives the sheets that deciding it gives', () => {
  let compared = 0
  fc.assert(
    fc.property(smallCase, fc.nat(), fc.nat(), (small, which, how) => {
      const { rubric, facts, interpretations } = small
      const { ledgers, answers } = futuresOf(small)
      const future = ledgers[which % ledgers.length] ?? facts
      const answered = answers[how % Math.max(answers.length, 1)] ?? interpretations
      const byQuestion = new Map(interpretations.map((answer) => [answer.questionId, answer]))
      const year: AssessedYear = { rubric, answers: byQuestion, state: replay(eventsOf(facts)) }
      const suppositions = [
        ...suppositionsOf(year.state, future.slice(facts.length)),
        ...answered
          .slice(interpretations.length)
          .map(({ questionId, reading, points }): Supposition => ({ kind: 'answer', questionId, reading, points })),
      ]
      const supposed = supposeAll(year, suppositions)
      // Only what the rules let nobody decide is refused: a finding under a clause that has no price for it.
      if (!supposed.ok) return
      compared += 1
      const really: AssessedYear = {
        rubric,
        answers: new Map(answered.map((answer) => [answer.questionId, answer])),
        state: replay(eventsOf(future)),
      }
      expect(supposedJson(year, suppositions)).toBe(jsonOf(sheetsOf(really), facts.length))
    }),
    { numRuns: RUNS },
  )
  expect(compared).toBeGreaterThan(RUNS / 3)
})

const RUNS = process.env['NIGHTLY'] ? 10_000 : 600

const DECISIONS = [
  'FindingSubstantiated',
  'FindingDismissed',
  'AmountDecided',
  'FindingUpheld',
  'FindingVaried',
  'FindingReversed',
  'BonusApproved',
  'BonusRejected',
  'PeriodClosed',
] as const

/** A decision as what could have been supposed before; null for what decides nothing, or says what no supposition says. */
function suppositionOf(state: AssessmentState, fact: LedgerFact | LedgerEvent): Supposition | null {
  if (fact.type === 'PeriodClosed') return { kind: 'period-closed' }
  if ('bonusId' in fact) {
    const bonus = state.bonuses.get(fact.bonusId)
    if (bonus === undefined) return null
    const number = caseNumber(bonus)
    if (fact.type === 'BonusRejected') return { kind: 'bonus-rejected', number }
    if (fact.type !== 'BonusApproved') return null
    return { kind: 'bonus-approved', number, occurrences: fact.occurrences, points: fact.points }
  }
  const finding = 'findingId' in fact ? state.findings.get(fact.findingId) : undefined
  if (finding === undefined) return null
  const number = caseNumber(finding)
  if (fact.type === 'FindingSubstantiated') {
    const { clauseId, occurrences, occurredOn } = fact
    if (occurredOn !== finding.occurredOn) return null
    return { kind: 'finding-substantiated', number, clauseId, occurrences, points: null }
  }
  if (fact.type === 'FindingDismissed') return { kind: 'finding-dismissed', number }
  if (fact.type === 'AmountDecided') return { kind: 'amount', number, points: fact.points }
  if (fact.type === 'FindingUpheld') return { kind: 'appeal-upheld', number }
  if (fact.type === 'FindingReversed') return { kind: 'appeal-reversed', number }
  if (fact.type !== 'FindingVaried') return null
  return { kind: 'appeal-varied', number, occurrences: fact.occurrences, points: fact.points }
}

function suppositionsOf(state: AssessmentState, facts: readonly LedgerFact[]): Supposition[] {
  return facts.flatMap((fact) => suppositionOf(state, fact) ?? [])
}

function supposedJson(year: AssessedYear, suppositions: readonly Supposition[]): string {
  const supposed = supposeAll(year, suppositions)
  if (!supposed.ok) throw new Error(supposed.refusal.message)
  return jsonOf(supposedSheets(sheetsOf(year), supposed.value), Number.POSITIVE_INFINITY)
}

/** A supposition is no event: the lines of what was really decided rest on one more. */
function jsonOf(sheets: readonly ScoreSheet[], until: number): string {
  return canonicalJson(
    sheets.map((sheet) => ({
      ...sheet,
      sections: sheet.sections.map((section) => ({
        ...section,
        lines: section.lines.map((line) => ({ ...line, because: line.because.filter((seq) => seq <= until) })),
      })),
    })),
  )
}
