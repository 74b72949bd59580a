import { describe, expect, test } from 'vitest'
import { inspected } from '../../../test/fixtures/small-inspections.ts'
import {
  acceptedBy,
  answered,
  appeal,
  appealed,
  approved,
  asEvents,
  bonus,
  center,
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
  rejected,
  reopened,
  reported,
  reversed,
  reviewer,
  sealed,
  selfAssessed,
  served,
  staff,
  submitted,
  substantiated,
  suspected,
  termsSet,
  upheld,
  varied,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { SAMPLING_REFUSALS } from '../../../test/fixtures/sampling-refusals.ts'
import { amended, detected, flagged, retired, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import {
  id,
  type AppealId,
  type ClauseId,
  type CriterionId,
  type FindingId,
  type QuestionId,
  type RubricId,
} from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import { timestamp } from '../kernel/timestamp.ts'
import type { Question } from '../rubric/question.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { decide, type Proposal } from './decide.ts'
import { emptyAssessment, replay } from './evolve.ts'
import { LEDGER_REFUSALS, type LedgerRefusalCode } from './ledger-refusals.ts'

const start = [opened(), enrolled()]
const told = [...start, reported(), notified()]
const charged = [...told, acceptedBy(), substantiated()]
const trained = [
  ...start,
  reported(clauses.training),
  notified(),
  acceptedBy(),
  substantiated(clauses.training),
] satisfies Proposal[]
const underAppeal = [...charged, appealed()]
const applied = [...start, proposed()]
const finished = [...start, closed()]
const settled = [...finished, sealed()]
const sheet = { centerId: center, score: 0, digest: 'd'.repeat(64) }
const entry = { criterionId: id<CriterionId>('1.1'), points: points('1'), statement: '' }
const blocker = { code: 'amount-undecided', ref: finding, centerId: center }
const nowhere = id<ClauseId>('9.9.9')
const other = id<FindingId>('F2')

const seen = [...start, detected()]
const rows: [code: LedgerRefusalCode, given: readonly Proposal[], command: Proposal][] = [
  ['assessment-not-open', [], enrolled()],
  ['finding-not-decided', seen, flagged()],
  ['finding-not-from-records', [...start, reported()], withdrawn({ basis: null })],
  ['suspicion-of-detection', seen, withdrawn({ basis: null })],
  ['detection-already-retired', [...seen, retired({ version: 2 })], retired()],
  ['detection-already-retired', [...seen, retired()], retired({ reason: '再说一次' })],
  ['count-not-whole', seen, retired({ version: 0 })],
  ['text-missing', seen, retired({ reason: ' ' })],
  ['text-missing', seen, retired({ detection: '' })],
  ['assessment-sealed', settled, retired()],
  ['suspicion-by-hand', [...start, suspected()], withdrawn()],
  ['suspicion-by-hand', [...start, suspected()], amended()],
  ['suspicion-withdrawn', [...seen, withdrawn()], withdrawn()],
  ['suspicion-withdrawn', [...seen, withdrawn()], notified()],
  ['suspicion-withdrawn', [...seen, withdrawn()], dismissed()],
  ['suspicion-withdrawn', [...seen, notified(), withdrawn()], acceptedBy()],
  ['suspicion-withdrawn', [...seen, notified(), withdrawn()], substantiated()],
  ['suspicion-withdrawn', [...seen, notified(), planned(), withdrawn()], submitted()],
  ['suspicion-unchanged', [...seen, amended()], amended({ reason: '再说一次' })],
  ['finding-already-decided', [...seen, dismissed()], amended()],
  ['finding-already-decided', [...seen, dismissed()], withdrawn()],
  ['count-not-whole', seen, amended({ occurrences: 0 })],
  ['outside-period', seen, amended({ occurredOn: plainDate('2022-01-01') })],
  ['measure-unexpected', seen, amended({ measured: rational(1) })],
  ['unmet-unexpected', seen, amended({ unmet: [0] })],
  ['period-closed', [...seen, withdrawn(), closed()], amended()],
  ['text-missing', seen, amended({ reason: ' ' })],
  ['text-missing', seen, amended({ description: '' })],
  ['text-missing', seen, withdrawn({ reason: '' })],
  ['text-missing', [...seen, dismissed()], flagged({ reason: '' })],
  ['count-not-whole', [...seen, dismissed()], flagged({ occurrences: -1 })],
  ['finding-unknown', start, flagged()],
  ['assessment-already-open', start, opened()],
  ['rubric-differs', [], opened({ rubricId: id<RubricId>('other') })],
  ['period-reversed', [], opened({ periodTo: plainDate('2020-12-31') })],
  ['period-closed', [...start, closed()], reported()],
  ['period-already-closed', finished, closed()],
  ['period-already-closed', [...settled, reopened()], closed()],
  ['period-closed', [...settled, reopened()], reported()],
  ['period-still-open', start, sealed()],
  ['period-not-over', start, closed(timestamp('2021-12-31T17:00:00+08:00'))],
  ['outside-period', start, reported(clauses.vacated, { occurredOn: plainDate('2022-01-01') })],
  ['outside-period', [...told, acceptedBy()], substantiated(clauses.vacated, { occurredOn: plainDate('2020-12-31') })],
  ['center-unknown', [opened()], reported()],
  ['center-already-enrolled', start, enrolled({ centerId: center })],
  ['clause-unknown', start, reported(nowhere)],
  ['clause-unknown', [...told, acceptedBy()], substantiated(nowhere)],
  ['clause-gives-bonus', start, reported(clauses.innovation)],
  ['clause-gives-no-bonus', start, proposed(clauses.vacated)],
  ['clause-refers-only', start, reported(clauses.ratingToHotline)],
  ['bonus-by-absence', start, proposed(clauses.noComplaint)],
  ['count-not-whole', start, reported(clauses.vacated, { occurrences: 0 })],
  ['count-not-whole', start, reported(clauses.vacated, { occurrences: 1.5 })],
  ['count-exceeds', [...told, acceptedBy()], substantiated(clauses.vacated, { occurrences: 2 })],
  ['count-exceeds', charged, corrected({ occurrences: 2 })],
  ['count-exceeds', applied, approved('1', { occurrences: 2 })],
  ['measure-missing', start, reported(clauses.ratingRate)],
  ['measure-missing', start, reported(clauses.onlineRate)],
  ['measure-missing', [...told, acceptedBy()], substantiated(clauses.onlineRate)],
  ['measure-unexpected', start, reported(clauses.vacated, { measured: rational(69) })],
  ['level-unknown', start, proposed(clauses.award)],
  ['level-unknown', start, proposed(clauses.award, { level: '国家' })],
  ['level-unexpected', start, proposed(clauses.innovation, { level: '市' })],
  ['unmet-unknown', start, reported(clauses.breakdown)],
  ['unmet-unknown', start, reported(clauses.breakdown, { unmet: [2] })],
  ['unmet-unknown', start, reported(clauses.breakdown, { unmet: [0, 0] })],
  ['unmet-unexpected', start, reported(clauses.otherSystem, { unmet: [0] })],
  ['amount-missing', trained, corrected()],
  ['amount-missing', applied, approved(null)],
  ['amount-fixed', charged, decidedAmount('1')],
  ['amount-outside', trained, decidedAmount('0.5')],
  ['amount-outside', trained, decidedAmount('3.5')],
  ['amount-outside', applied, approved('1.5')],
  ['amount-already-decided', [...trained, decidedAmount()], decidedAmount('1')],
  ['precedent-unknown', trained, decidedAmount('2', { precedents: [other] })],
  ['text-missing', trained, decidedAmount('2', { reason: ' ' })],
  ['text-missing', told, dismissed({ reason: '' })],
  ['text-missing', underAppeal, upheld({ reason: '' })],
  ['text-missing', underAppeal, varied({ reason: '' })],
  ['text-missing', underAppeal, reversed({ reason: '' })],
  ['text-missing', applied, approved('1', { reason: '' })],
  ['text-missing', applied, rejected({ reason: '' })],
  ['deadline-past', [...start, reported()], notified({ recordedAt: timestamp('2021-06-01T00:00:00+08:00') })],
  ['deadline-past', charged, served({ recordedAt: timestamp('2021-06-16T00:00:00+08:00') })],
  ['deadline-past', charged, planned({ recordedAt: timestamp('2021-06-23T00:00:00+08:00') })],
  ['finding-unknown', start, notified()],
  ['finding-exists', told, reported()],
  ['finding-already-told', told, notified()],
  ['finding-not-told', [...start, reported()], acceptedBy()],
  ['finding-not-told', [...start, reported()], substantiated()],
  ['finding-not-told', [...start, reported()], planned()],
  ['finding-already-decided', charged, substantiated()],
  ['finding-already-decided', [...told, dismissed()], contested()],
  ['finding-not-substantiated', told, appealed()],
  ['finding-not-substantiated', [...told, dismissed()], planned()],
  ['finding-not-substantiated', [...underAppeal, reversed()], corrected()],
  ['reply-already-given', [...told, acceptedBy()], contested()],
  ['reply-too-late', told, contested({ recordedAt: timestamp('2021-06-01T00:00:00+08:00') })],
  ['reply-still-open', told, { ...substantiated(), recordedAt: timestamp('2021-05-31T23:59:59+08:00') }],
  ['appeal-exists', [...underAppeal, upheld()], appealed()],
  ['appeal-pending', underAppeal, appealed({ appealId: id<AppealId>('A2') })],
  ['appeal-pending', underAppeal, corrected()],
  ['appeal-unknown', charged, upheld()],
  ['appeal-unknown', underAppeal, reversed({ appealId: id<AppealId>('A2') })],
  ['appeal-by-decider', underAppeal, upheld({ by: substantiated().by })],
  ['appeal-by-decider', [...charged, corrected({ by: reviewer }), appealed()], reversed()],
  ['appeal-by-decider', [...underAppeal, upheld(), appealed({ appealId: id('A2') })], reversed({ appealId: id('A2') })],
  ['rectification-out-of-step', charged, submitted()],
  ['decision-not-whole', trained, served()],
  ['finding-not-substantiated', [...told, dismissed()], served()],
  ['decision-already-served', [...charged, served()], served()],
  ['appeal-too-late', [...charged, served()], appealed({ recordedAt: timestamp('2021-06-16T00:00:00+08:00') })],
  ['assessment-sealed', settled, dismissed()],
  ['assessment-sealed', settled, sealed()],
  ['assessment-sealed', settled, answered()],
  ['not-sealed', finished, published()],
  ['not-sealed', [...settled, reopened()], reopened()],
  ['already-published', [...settled, published()], published()],
  ['sheet-missing', finished, sealed({ sheets: [] })],
  ['sheet-unexpected', finished, sealed({ sheets: [sheet, sheet] })],
  ['sheet-unexpected', finished, sealed({ sheets: [sheet, { ...sheet, centerId: id('elsewhere') }] })],
  ['forced-for-nothing', finished, sealed({ forced: { blockers: [], reason: '急' } })],
  ['text-missing', finished, sealed({ forced: { blockers: [blocker], reason: ' ' } })],
  ['text-missing', settled, reopened({ reason: '' })],
  ['count-not-whole', start, termsSet({ appealWorkingDays: 0 })],
  ['question-unknown', start, answered('9.9/floor-missing')],
  ['reading-unknown', start, answered(undefined, { reading: 'twice' })],
  ['text-missing', start, answered(undefined, { reason: '' })],
  ['answer-number-unexpected', start, answered(undefined, { points: points('1') })],
  ['center-unknown', [opened()], selfAssessed()],
  ['text-missing', start, selfAssessed({ entries: [] })],
  ['criterion-unknown', start, selfAssessed({ entries: [{ ...entry, criterionId: id('9.9') }] })],
  ['criterion-twice', start, selfAssessed({ entries: [entry, entry] })],
  ['self-assessment-over', start, selfAssessed({ entries: [{ ...entry, points: points('5.01') }] })],
  ['inspection-exists', [...start, inspected()], inspected()],
  ['clause-twice', start, inspected({ clauseIds: [clauses.vacated, clauses.vacated] })],
  ['text-missing', start, inspected({ clauseIds: [] })],
  ['clause-gives-bonus', start, inspected({ clauseIds: [clauses.innovation] })],
  ['outside-period', start, inspected({ inspectedOn: plainDate('2022-01-01') })],
  ['period-closed', finished, inspected()],
  ...SAMPLING_REFUSALS,
  ['bonus-by-proposer', applied, approved('1', { by: staff })],
  ['bonus-unknown', start, approved()],
  ['bonus-exists', applied, proposed()],
  ['bonus-already-decided', [...applied, approved()], rejected()],
]

const ID_NAMED: ReadonlySet<string> = new Set(['finding-unknown', 'finding-exists', 'bonus-unknown', 'bonus-exists'])
const asked = rubricAsking()
const numbered: [code: LedgerRefusalCode, reading: string, given: string | null][] = [
  ['answer-number-missing', 'amount', null],
  ['answer-number-outside', 'amount', '10.01'],
  ['answer-number-outside', 'capped', '0.99'],
]

test.each(numbered)('%s is refused of the reading %s with %s', (code, reading, given) => {
  const answer = answered('asked', { reading, points: given === null ? null : points(given) })
  expect(decide(lawfully(...start), asked, answer)).toMatchObject({ ok: false, refusal: { code } })
})

test.each([
  ['amount', '10'],
  ['amount', '0'],
  ['capped', '1'],
  ['capped', null],
  ['held', '3'],
])('an answer by the reading %s may say %s', (reading, given) => {
  const answer = answered('asked', { reading, points: given === null ? null : points(given) })
  expect(decide(lawfully(...start), asked, answer)).toMatchObject({ ok: true })
})

test.each(rows)('%s is refused in words that say what to do (row %#)', (code, given, command) => {
  const verdict = decide(lawfully(...given), smallRubric, command)
  expect(verdict).toMatchObject({ ok: false, refusal: { code } })
  if (!verdict.ok) expect(verdict.refusal.message).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*；[^{}]+$/u)
})

describe('the catalogue', () => {
  test('holds no code that a command cannot provoke', () => {
    expect(new Set([...rows, ...numbered].map(([code]) => code))).toEqual(new Set(Object.keys(LEDGER_REFUSALS)))
  })

  test('names the finding, the appeal and the bonus that it is about: by its number where it is known, by its id where it is not', () => {
    const messages = rows.map(([, given, command]) => decide(lawfully(...given), smallRubric, command))
    const about = messages.flatMap((verdict) => (verdict.ok ? [] : [verdict.refusal]))
    for (const { code, message } of about) {
      const known = ID_NAMED.has(code) ? null : /第[1-9]\d*号/
      if (code.startsWith('finding-') || code.startsWith('reply-')) expect(message).toMatch(known ?? finding)
      if (code === 'appeal-exists') expect(message).toContain(appeal)
      if (code.startsWith('bonus-') && code !== 'bonus-by-absence') expect(message).toMatch(known ?? bonus)
    }
  })

  test('is not asked by a ledger: the same facts, refused as commands, still evolve', () => {
    for (const [, given, command] of rows) expect(replay(asEvents([...given, command])).seq).toBe(given.length + 1)
    expect(emptyAssessment.seq).toBe(0)
  })
})

/** The small rubric with one more question, about a clause of an item that can lose 10 points at most. */
function rubricAsking(): Rubric {
  const [first] = smallRubric.questions
  if (first === undefined) throw new Error('no question')
  const readings: Question['readings'] = [
    { key: 'amount', label: '由考核办定', effect: { kind: 'amount', points: null } },
    { key: 'capped', label: '设上限', effect: { kind: 'bonus-cap', points: points('1') } },
    { key: 'held', label: '最多扣', effect: { kind: 'unpointed', mode: 'held', points: points('5') } },
  ]
  const question = { ...first, id: id<QuestionId>('asked'), clauseIds: [clauses.delay], readings }
  return { ...smallRubric, questions: [...smallRubric.questions, question] }
}
