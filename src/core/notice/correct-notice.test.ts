import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CORRECTABLE_NOTICE, someCorrection } from '../../../test/fixtures/some-correction.ts'
import { id, type ClauseId, type RubricId } from '../kernel/identifiers.ts'
import { hundredths, points } from '../kernel/points.ts'
import { checkRubric } from '../rubric/check-rubric.ts'
import { termsOf, type ClauseTerms } from '../rubric/clause-terms.ts'
import type { Correction } from '../rubric/correction.ts'
import { correctionsIn } from '../rubric/corrections-in.ts'
import { allClauses, findClause } from '../rubric/find-clause.ts'
import { priceInWords } from '../rubric/price-in-words.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { compileNotice } from './compile-notice.ts'
import { correctNotice } from './correct-notice.ts'

const rubricId = id<RubricId>('x')
const read = compileNotice(CORRECTABLE_NOTICE, { rubricId }).rubric
type Change = Parameters<typeof someCorrection>[2]

function corrected(...changes: readonly (readonly [string, Change])[]): Rubric {
  const corrections = changes.map(([clauseId, change]) => someCorrection(read, clauseId, change))
  const made = correctNotice(CORRECTABLE_NOTICE, rubricId, corrections)
  if (!made.ok) throw new Error(made.refusals[0].message)
  return made.value.rubric
}

test.each<[what: string, clauseId: string, change: Change, price: string]>([
  ['another amount', '1.1.1', { amount: { kind: 'fixed', points: points('1.5') } }, '每例扣1.5分'],
  ['a range', '1.1.1', { amount: { kind: 'range', min: points('1'), max: points('2') } }, '每例扣1–2分，由人裁量'],
  ['one amount of a range', '1.3.1', { amount: { kind: 'fixed', points: points('2') } }, '扣2分，最多扣6分'],
  ['a unit', '1.2.1', { per: ['件'] }, '每件扣0.5分'],
  ['no unit', '1.1.1', { per: [] }, '扣1分'],
  ['no cap', '1.3.1', { cap: null }, '扣1–3分，由人裁量'],
  ['a bonus', '1.2.1', { direction: 'bonus' }, '加0.5分'],
  ['a deduction for a bonus', '2.1.1', { direction: 'deduct' }, '每次扣0.5分'],
])('a clause corrected to %s', (_what, clauseId, change, price) => {
  const clause = findClause(corrected([clauseId, change]), id<ClauseId>(clauseId))
  expect(clause && priceInWords(clause)).toBe(price)
  expect(clause?.quote).toBe(findClause(read, id<ClauseId>(clauseId))?.quote)
  expect(clause?.correction).toEqual(someCorrection(read, clauseId, change))
})

const ASKED = read.questions.map((question) => question.id as string)

test.each<[what: string, clauseId: string, change: Change, settled: readonly string[], raised: readonly string[]]>([
  ['a unit where none was printed', '1.2.1', { per: ['件'] }, ['1.2/once-or-per-occurrence'], []],
  [
    'an amount that is not printed',
    '1.1.1',
    { amount: { kind: 'unspecified' } },
    ['1.1/replaces-or-adds'],
    ['1.1/amount-missing'],
  ],
  [
    'a cap of a bonus',
    '2.1.1',
    { cap: { kind: 'points', points: points('2'), over: { kind: 'clause' } } },
    ['2.1/no-cap-for-bonus'],
    [],
  ],
  ['that a bonus has no limit', '2.1.1', { cap: { kind: 'none' } }, ['2.1/no-cap-for-bonus'], []],
  ['that the only cap is none', '1.3.1', { cap: null }, [], ['doc/floor-missing']],
  ['that a worse outcome is no rule', '1.1.2', 'no-rule', ['1.1/replaces-or-adds'], []],
  ['that a price is a requirement', '1.2.1', 'requirement', ['1.2/once-or-per-occurrence'], []],
])('saying %s settles and raises what it does', (_what, clauseId, change, settled, raised) => {
  const asked = corrected([clauseId, change]).questions.map((question) => question.id as string)
  expect(ASKED.filter((one) => !asked.includes(one))).toEqual(settled)
  expect(asked.filter((one) => !ASKED.includes(one))).toEqual(raised)
})

test('what is no clause leaves a remark with the correction, no relation, and its number to nobody', () => {
  const rubric = corrected(['1.1.1', 'no-rule'])
  expect(allClauses(rubric).map((clause) => clause.id)).toEqual(['1.1.2', '1.2.1', '1.3.1', '2.1.1', '2.2.1'])
  expect(rubric.relations).toEqual([])
  expect(rubric.remarks).toEqual([
    {
      kind: 'corrected',
      criterionId: '1.1',
      quote: '工作人员没有到岗，查实一例扣1分',
      span: findClause(read, id<ClauseId>('1.1.1'))?.span,
      correction: someCorrection(read, '1.1.1', 'no-rule'),
    },
  ])
})

test('a criterion whose only price was taken out asks nothing', () => {
  const rubric = corrected(['1.3.1', 'requirement'])
  expect(rubric.questions.filter(({ criterionId }) => criterionId === '1.3')).toEqual([])
})

test('a ceiling of the heading stays in its words, and a person can say that it does not hold', () => {
  const source =
    '考核评分细则\n一、服务（20分）\n1、没有到岗的，每次扣1分。\n二、加分项（最高5分）\n1、获得表扬的，每次加1分。\n'
  const plain = compileNotice(source, { rubricId }).rubric
  const make = (change: Change) => {
    const made = correctNotice(source, rubricId, [someCorrection(plain, '2.1.1', change)])
    return made.ok ? findClause(made.value.rubric, id<ClauseId>('2.1.1')) : null
  }
  expect(make({ per: ['人'] })?.cap).toEqual(findClause(plain, id<ClauseId>('2.1.1'))?.cap)
  expect(make({ cap: null })?.cap).toBeNull()
})

test('a correction that does not fit is refused, and nothing is compiled', () => {
  const stale = { ...someCorrection(read, '1.1.1', { per: ['次'] }), quote: '扣1分' }
  expect(correctNotice(CORRECTABLE_NOTICE, rubricId, [stale])).toMatchObject({
    ok: false,
    refusals: [{ code: 'correction-stale', clauseId: '1.1.1' }],
  })
})

test('without corrections it is the rubric that the compiler reads, without a reader', () => {
  const made = correctNotice(CORRECTABLE_NOTICE, rubricId, [])
  expect(made.ok && made.value).toEqual(compileNotice(CORRECTABLE_NOTICE, { rubricId }))
  expect(made.ok && 'reader' in made.value.rubric).toBe(false)
})

const NOTICES = [CORRECTABLE_NOTICE, readFileSync('notices/qingpu-2021/notice.txt', 'utf8')].map((source) => ({
  source,
  rubric: compileNotice(source, { rubricId }).rubric,
}))
const small = fc.integer({ min: 1, max: 300 }).map(hundredths)
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        direction: fc.constantFrom<ClauseTerms['direction']>('deduct', 'bonus'),
        amount: fc.oneof(
          small.map((price) => ({ kind: 'fixed', points: price }) as const),
          fc
            .tuple(small, small)
            .filter(([min, max]) => min < max)
            .map(([min, max]) => ({ kind: 'range', min, max }) as const),
          fc.constant({ kind: 'unspecified' } as const),
        ),
        per: fc.uniqueArray(fc.constantFrom('次', '件', '人', '天'), { maxLength: 2 }),
        cap: fc.option(small.map((price) => ({ kind: 'points', points: price, over: { kind: 'item' } }) as const)),
      },
      { requiredKeys: [] },
    ),
  },
  fc.constantFrom('requirement' as const, 'no-rule' as const),
)

test('whatever is accepted makes a rubric that keeps every invariant, changes nothing else of the notice, and comes out again', () => {
  const made = fc.record({
    at: fc.nat(NOTICES.length - 1),
    picks: fc.array(fc.tuple(fc.nat(60), change), { minLength: 1, maxLength: 6 }),
  })
  let accepted = 0
  fc.assert(
    fc.property(made, ({ at, picks }) => {
      const { source, rubric } = NOTICES[at] ?? { source: '', rubric: read }
      const clauses = allClauses(rubric)
      const corrections = picks.flatMap(([pick, given]): Correction[] => {
        const clause = clauses[pick % clauses.length]
        return clause ? [someCorrection(rubric, clause.id, given)] : []
      })
      const result = correctNotice(source, rubricId, corrections)
      if (!result.ok) return
      accepted += 1
      const now = result.value.rubric
      expect(checkRubric(now, source)).toEqual([])
      const byClause = (one: Correction, other: Correction) => one.clauseId.localeCompare(other.clauseId)
      expect(correctionsIn(now).toSorted(byClause)).toEqual(corrections.toSorted(byClause))
      expect(now.sections.map(shellOf)).toEqual(rubric.sections.map(shellOf))
      const touched = new Set(corrections.map(({ clauseId }) => clauseId))
      const untouched = (of: Rubric) =>
        allClauses(of)
          .filter((clause) => !touched.has(clause.id))
          .map(wordedOf)
      expect(untouched(now)).toEqual(untouched(rubric))
      const again = correctNotice(source, rubricId, correctionsIn(now))
      expect(again.ok && again.value.rubric).toEqual(now)
    }),
    { numRuns: 200 },
  )
  expect(accepted).toBeGreaterThan(10)
}, 600_000)

function shellOf({ criteria, ...section }: Rubric['sections'][number]) {
  return { ...section, criteria: criteria.map(({ clauses: _clauses, ...criterion }) => criterion) }
}

/** What a clause says by itself: which others break its bonus, or are its base, may be corrected. */
function wordedOf(clause: ReturnType<typeof allClauses>[number]) {
  const { amount, per, perSpan, direction, cap } = termsOf(clause)
  return { id: clause.id, quote: clause.quote, span: clause.span, kind: amount.kind, per, perSpan, direction, cap }
}
