import { expect, test } from 'vitest'
import { CORRECTABLE_NOTICE, someCorrection } from '../../../../../test/fixtures/some-correction.ts'
import { id, type ClauseId, type RubricId } from '../../../../core/kernel/identifiers.ts'
import { points } from '../../../../core/kernel/points.ts'
import { compileNotice } from '../../../../core/notice/compile-notice.ts'
import { termsOf } from '../../../../core/rubric/clause-terms.ts'
import { CORRECTION_CODES } from '../../../../core/rubric/correction-refusals.ts'
import { allClauses, findClause } from '../../../../core/rubric/find-clause.ts'
import { fieldOf, fieldsOf, writtenCorrection, type CorrectionFields, type FieldName } from './correction-fields.ts'

const notice = `${CORRECTABLE_NOTICE}3、满意率低于80%，每低1个百分点扣0.5分，每月最高扣3分。\n`
const { rubric } = compileNotice(notice, { rubricId: id<RubricId>('x') })
const clause = (clauseId: string) => {
  const found = findClause(rubric, id<ClauseId>(clauseId))
  if (found === null) throw new Error(clauseId)
  return found
}

test.each(allClauses(rubric).map((one) => [one.id, one] as const))('%s untouched says what was read', (_id, one) => {
  const written = writtenCorrection(one, fieldsOf(termsOf(one), null, 'x'))
  expect(written).toMatchObject({ ok: true, correction: { given: { kind: 'price', terms: termsOf(one) } } })
})

test.each<[what: string, clauseId: string, change: Partial<CorrectionFields>, given: object]>([
  ['an amount', '1.1.1', { points: ' 1.5 ' }, { terms: { amount: { kind: 'fixed', points: 150 } } }],
  ['a range', '1.1.1', { amount: 'range', min: '1', max: '2' }, { terms: { amount: { kind: 'range', min: 100, max: 200 } } }],
  ['no amount', '1.1.1', { amount: 'unspecified' }, { terms: { amount: { kind: 'unspecified' } } }],
  ['several units', '1.1.1', { units: '项、 人次' }, { terms: { per: ['项', '人次'] } }],
  ['no unit', '1.1.1', { units: ' ' }, { terms: { per: [] } }],
  ['a cap by the month', '1.1.1', { cap: 'points', capPoints: '4', capOver: 'month' }, { terms: { cap: { points: 400, over: { kind: 'period', word: '月' } } } }],
  ['no limit', '2.1.1', { cap: 'none' }, { terms: { cap: { kind: 'none' } } }],
  ['a requirement', '1.1.1', { kind: 'requirement', points: 'x' }, { kind: 'requirement' }],
])('a form that says %s', (_what, clauseId, change, given) => {
  const one = clause(clauseId)
  expect(writtenCorrection(one, { ...fieldsOf(termsOf(one), null, '理由'), ...change })).toMatchObject({ ok: true, correction: { given } })
})

test.each<[what: string, change: Partial<CorrectionFields>, wrong: readonly FieldName[]]>([
  ['a word for a number', { points: '一' }, ['points']],
  ['an empty range', { amount: 'range', min: '', max: '1.234' }, ['min', 'max']],
  ['a cap without a number', { cap: 'points', capPoints: '' }, ['capPoints']],
])('%s is told at its field', (_what, change, wrong) => {
  const one = clause('1.1.1')
  expect(writtenCorrection(one, { ...fieldsOf(termsOf(one), null, '理由'), ...change })).toEqual({ ok: false, wrong })
})

test('what was corrected opens as it was given', () => {
  const { read, given, reason } = someCorrection(rubric, '1.3.1', { amount: { kind: 'fixed', points: points('2') }, cap: null })
  expect(fieldsOf(read, given, reason)).toMatchObject({ amount: 'fixed', points: '2', cap: 'silent', reason })
})

test.each(CORRECTION_CODES)('%s has a field', (code) => {
  expect(Object.keys(fieldsOf(termsOf(clause('1.1.1')), null, ''))).toContain(fieldOf(code, fieldsOf(termsOf(clause('1.1.1')), null, '')))
})
