import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acceptedBy,
  answered,
  appealed,
  approved,
  assessor,
  bonus,
  closed,
  contested,
  corrected,
  decidedAmount,
  dismissed,
  enrolled,
  finding,
  lawfully,
  notified,
  opened,
  planned,
  proposed,
  published,
  rectified,
  rejected,
  reopened,
  reported,
  returned,
  reversed,
  reviewer,
  sealed,
  selfAssessed,
  served,
  submitted,
  substantiated,
  suspected,
  termsSet,
  upheld,
  varied,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { amended, detected, flagged, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import { id, type AppealId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import { timestamp } from '../kernel/timestamp.ts'
import type { AssessmentState, Bonus, Finding } from './assessment-state.ts'
import { decide, type Proposal } from './decide.ts'
import { emptyAssessment, evolve } from './evolve.ts'
import { openPriceOf } from '../rubric/clause-needs.ts'
import { findClause } from '../rubric/find-clause.ts'

const { training, vacated, dress, delay, award } = clauses
/** What of a value a row cares about, at any depth. */
type Shape<Value> = Value extends object ? { readonly [Field in keyof Value]?: Shape<Value[Field]> } : Value

const heard = [opened(), enrolled(), reported(), notified(), acceptedBy()]
const charged = [...heard, substantiated()]
const second = id<AppealId>('A2')

test.each<[given: string, ledger: Proposal[], after: Shape<Finding>]>([
  ['a suspicion from records', [opened(), enrolled(), suspected()], { standing: 'suspected', source: 'records' }],
  ['a report', [opened(), enrolled(), reported()], { standing: 'reported', source: 'inspection' }],
  ['a notification', heard.slice(0, 4), { standing: 'notified', reply: 'none' }],
  ['a reply that accepts', heard, { standing: 'notified', reply: 'accepted' }],
  ['a reply that contests', [...heard.slice(0, 4), contested()], { standing: 'notified', reply: 'contested' }],
  ['silence until the last day', [...heard.slice(0, 4), substantiated()], { standing: 'substantiated' }],
  ['a dismissal before anyone was told', [opened(), enrolled(), suspected(), dismissed()], { standing: 'dismissed' }],
  ['a fixed price', charged, { decision: { clauseId: vacated, occurrences: 1, points: null } }],
  [
    'another clause than alleged',
    [...heard, substantiated(dress)],
    { clauseId: vacated, decision: { clauseId: dress } },
  ],
  [
    'an amount within the range',
    [...heard, substantiated(training), decidedAmount('3')],
    { decision: { points: points('3') } },
  ],
  [
    'an amount where no number is printed',
    [...heard, substantiated(delay), decidedAmount('7')],
    { decision: { points: points('7') } },
  ],
  [
    'a correction',
    [...heard, substantiated(training), corrected({ points: points('1') })],
    { decision: { points: points('1') } },
  ],
  ['an appeal', [...charged, appealed()], { standing: 'substantiated', appeal: { outcome: 'pending' } }],
  [
    'an appeal upheld',
    [...charged, appealed(), upheld()],
    { standing: 'substantiated', appeal: { outcome: 'upheld' } },
  ],
  [
    'an appeal that varies',
    [...charged, appealed(), varied()],
    { decision: { by: reviewer }, appeal: { outcome: 'varied' } },
  ],
  [
    'an appeal that reverses',
    [...charged, appealed(), reversed()],
    { standing: 'reversed', decision: { by: assessor } },
  ],
  [
    'a second appeal after the first',
    [...charged, appealed(), upheld(), appealed({ appealId: second })],
    { appeal: { outcome: 'pending' } },
  ],
  ['a decision served', [...charged, served()], { appealBy: { lastDay: plainDate('2021-06-15') } }],
  [
    'an appeal on the last day',
    [...charged, served(), appealed({ recordedAt: timestamp('2021-06-15T23:59:59+08:00') })],
    { appeal: { outcome: 'pending' } },
  ],
  ['a correction of what was served: served no more', [...charged, served(), corrected()], { appealBy: null }],
  [
    'a variation of it',
    [...charged, served(), appealed(), varied()],
    { appealBy: null, appeal: { outcome: 'varied' } },
  ],
  ['a decision upheld stays served', [...charged, served(), appealed(), upheld()], { appealBy: { workingDays: 5 } }],
  ['a changed decision served anew', [...charged, served(), corrected(), served()], { appealBy: { workingDays: 5 } }],
  ['a rectification returned', [...charged, planned(), submitted(), returned()], { rectification: 'returned' }],
  [
    'a rectification after one returned',
    [...charged, planned(), submitted(), returned(), submitted(), rectified()],
    { rectification: 'accepted' },
  ],
  ['a decision after the period', [...heard, closed(), substantiated()], { standing: 'substantiated' }],
])('given %s', (_given, ledger, after) => {
  expect(lawfully(...ledger).findings.get(finding)).toMatchObject(after)
})

test.each<[given: string, ledger: Proposal[], after: Shape<AssessmentState>]>([
  ['nothing yet', [], { terms: null, seal: null, isPublished: false, isClosed: false }],
  ['terms', [termsSet()], { terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 } }],
  ['later terms', [termsSet(), termsSet({ replyWorkingDays: 3 })], { terms: { replyWorkingDays: 3 } }],
  ['a seal', [closed(), sealed()], { isPublished: false, seal: { seq: 4, sheets: [{ score: 1400 }] } }],
  ['results published', [closed(), sealed(), published()], { isPublished: true, seal: { seq: 4 } }],
  ['a reopening', [closed(), sealed(), published(), reopened()], { isPublished: false, seal: null, isClosed: true }],
  ['a second seal', [closed(), sealed(), published(), reopened(), sealed()], { isPublished: false, seal: { seq: 7 } }],
  ['a self-assessment after the period', [closed(), selfAssessed()], { isClosed: true }],
])('given an assessment with %s', (_given, ledger, after) => {
  expect(lawfully(opened(), enrolled(), ...ledger)).toMatchObject(after)
})

test('a reopened assessment takes corrections and answers, and nothing new', () => {
  const state = lawfully(...charged, closed(), sealed(), reopened())
  for (const command of [corrected(), appealed(), served(), answered(), planned(), selfAssessed()])
    expect([command.type, decide(state, smallRubric, command).ok]).toEqual([command.type, true])
  for (const command of [reported(), suspected(), amended(), proposed(), enrolled(), closed(), published()])
    expect([command.type, decide(state, smallRubric, command).ok]).toEqual([command.type, false])
})

test('of two answers and of two self-assessments the later one holds', () => {
  const name = '1.2/once-or-per-occurrence'
  const { answers, selfAssessments } = lawfully(
    opened(),
    enrolled(),
    answered(name),
    selfAssessed(),
    answered(name, { reading: 'each' }),
    selfAssessed({ statement: '补充' }),
  )
  expect([...answers.values()]).toMatchObject([{ questionId: name, reading: 'each', decidedBy: assessor }])
  expect([...selfAssessments.values()]).toMatchObject([{ statement: '补充', submittedAt: selfAssessed().recordedAt }])
})

test.each<[given: string, ledger: Proposal[], after: Partial<Bonus>]>([
  ['a proposal', [proposed()], { standing: 'proposed', points: null }],
  ['an approval with an amount', [proposed(), approved('0.5')], { standing: 'approved', points: points('0.5') }],
  [
    'an approval of fewer',
    [proposed(clauses.innovation, { occurrences: 3 }), approved('1', { occurrences: 2 })],
    { proposed: 3, occurrences: 2 },
  ],
  [
    'an approval by level',
    [proposed(award, { level: '市' }), approved(null, { reason: '' })],
    { standing: 'approved', level: '市' },
  ],
  ['a rejection', [proposed(), rejected()], { standing: 'rejected', reason: '没有总结材料' }],
])('given a bonus with %s', (_given, ledger, after) => {
  expect(lawfully(opened(), enrolled(), ...ledger).bonuses.get(bonus)).toMatchObject(after)
})

test('a fact says what was commanded, without who and when: those are the envelope', () => {
  const verdict = decide(lawfully(...heard), smallRubric, dismissed())
  expect(verdict).toEqual({
    ok: true,
    value: [{ type: 'FindingDismissed', findingId: finding, reason: '系统时间有误' }],
  })
})

const anyCommand = fc.oneof(
  fc
    .constantFrom(vacated, training, delay, clauses.onlineRate)
    .map((clauseId) =>
      reported(clauseId, { measured: clauseId === clauses.onlineRate ? rational(71) : null, occurrences: 3 }),
    ),
  fc.constantFrom(suspected(), notified(), acceptedBy(), contested(), dismissed(), planned(), submitted(), rectified()),
  fc.constantFrom(vacated, training, delay, dress).map((clauseId) => substantiated(clauseId, { occurrences: 2 })),
  fc.integer({ min: 0, max: 5 }).map((amount) => decidedAmount(String(amount))),
  fc
    .record({ occurrences: fc.integer({ min: 0, max: 4 }), points: fc.constantFrom(null, points('1'), points('9')) })
    .chain((change) => fc.constantFrom(corrected(change), varied(change))),
  fc.constantFrom(assessor, reviewer).chain((by) => fc.constantFrom(upheld({ by }), reversed({ by }), varied({ by }))),
  fc.constantFrom(appealed(), appealed({ appealId: second }), returned(), closed()),
  fc.constantFrom(detected(), detected(vacated, { occurrences: 3 })),
  fc.constantFrom(amended(), amended({ occurrences: 2 }), withdrawn(), withdrawn({ basis: null }), flagged()),
  fc.constantFrom(served(), served(), sealed(), reopened(), published()),
)

test('whatever is commanded, what stands is lawful', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      let state = lawfully(opened(), enrolled())
      for (const command of commands) {
        const before = state.findings.get(finding)
        if (!decide(state, smallRubric, command).ok) continue
        state = evolve(state, { ...command, seq: state.seq + 1 })
        const after = state.findings.get(finding)
        if (command.type.startsWith('Rectification'))
          expect({ ...after, rectification: null, evidence: null, because: null }).toEqual({
            ...before,
            rectification: null,
            evidence: null,
            because: null,
          })
        if (before?.decision) expect(after?.decision).not.toBeNull()
        if (command.type === 'FindingFlagged')
          expect({ ...after, flags: null, because: null }).toEqual({ ...before, flags: null, because: null })
        if (before?.appeal?.outcome === 'pending' && after?.appeal?.outcome !== 'pending')
          expect(before.deciders).not.toContain(command.by)
        const decision = after?.decision
        const clause = decision && findClause(smallRubric, decision.clauseId)
        if (!clause) continue
        expect(decision.occurrences).toBeLessThanOrEqual(after?.occurrences ?? 0)
        const price = openPriceOf(smallRubric, clause)
        if (price === null) expect(decision.points).toBeNull()
        else if (decision.points !== null)
          expect(decision.points >= price.min && decision.points <= (price.max ?? Infinity)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a decision leaves the state that it is given as it was', () => {
  expect(decide(emptyAssessment, smallRubric, opened()).ok).toBe(true)
  expect(emptyAssessment).toMatchObject({ seq: 0, rubricId: null })
})
