import { expect, test } from 'vitest'
import { CORRECTABLE_NOTICE, someCorrection } from '../../../test/fixtures/some-correction.ts'
import { id, type ClauseId, type RubricId } from '../kernel/identifiers.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import { compileNotice } from '../notice/compile-notice.ts'
import { checkCorrections } from './check-corrections.ts'
import type { Correction } from './correction.ts'
import { CORRECTION_REFUSALS, correctionRefusal, type CorrectionCode } from './correction-refusals.ts'

const { rubric } = compileNotice(CORRECTABLE_NOTICE, { rubricId: id<RubricId>('x') })
const of = (...given: Parameters<typeof someCorrection> extends [unknown, ...infer Rest] ? Rest : never) =>
  someCorrection(rubric, ...given)
const fixed = (text: string) => ({ kind: 'fixed', points: points(text) }) as const
const range = (min: string, max: string) => ({ kind: 'range', min: points(min), max: points(max) }) as const
const capped = (text: string) => ({ kind: 'points', points: points(text), over: { kind: 'clause' } }) as const

test.each<[what: string, corrections: readonly Correction[], codes: readonly CorrectionCode[]]>([
  ['nothing', [], []],
  ['another amount', [of('1.1.1', { amount: fixed('1.5') })], []],
  ['the whole section', [of('1.1.1', { amount: fixed('20') })], []],
  ['a range', [of('1.1.1', { amount: range('0.5', '2') })], []],
  ['that no amount is printed', [of('1.1.1', { amount: { kind: 'unspecified' } })], []],
  ['another unit', [of('1.2.1', { per: ['件'] })], []],
  ['units of a product', [of('1.2.1', { per: ['项', '人次'] })], []],
  ['a bonus for a deduction', [of('1.2.1', { direction: 'bonus' })], []],
  ['no cap', [of('1.3.1', { cap: null })], []],
  ['a cap of one occurrence', [of('1.3.1', { cap: capped('3') })], []],
  ['a cap by the month', [of('1.3.1', { cap: { ...capped('3'), over: { kind: 'period', word: '月' } } })], []],
  ['that it is a requirement', [of('1.1.2', 'requirement')], []],
  ['that it is no rule', [of('1.1.2', 'no-rule')], []],
  ['a bonus of any size where the section has no points', [of('2.1.1', { amount: fixed('500') })], []],
  ['two clauses', [of('1.1.1', { per: ['次'] }), of('1.1.2', { per: ['次'] })], []],
  [
    'a clause that is not there',
    [{ ...of('1.1.1', 'no-rule'), clauseId: id<ClauseId>('9.9.9') }],
    ['correction-clause-unknown'],
  ],
  ['one clause twice', [of('1.1.1', 'no-rule'), of('1.1.1', { per: ['次'] })], ['correction-twice']],
  ['another sentence', [{ ...of('1.1.1', 'no-rule'), quote: '扣1分' }], ['correction-stale']],
  ['another reading', [{ ...of('1.1.1', { per: ['次'] }), read: of('1.1.2', {}).read }], ['correction-stale']],
  ['nothing changed', [of('1.1.1', {})], ['correction-of-nothing']],
  ['no reason', [{ ...of('1.1.1', { per: ['次'] }), reason: ' \n' }], ['correction-reason-missing']],
  ['a veto', [of('1.1.1', { direction: 'veto' })], ['correction-direction-foreign']],
  ['no points', [of('1.1.1', { amount: fixed('0') })], ['correction-amount-nothing']],
  ['a range from nothing', [of('1.1.1', { amount: range('0', '2') })], ['correction-amount-nothing']],
  ['a range turned round', [of('1.3.1', { amount: range('3', '1') })], ['correction-amount-reversed']],
  ['a range of one amount', [of('1.3.1', { amount: range('2', '2') })], ['correction-amount-reversed']],
  ['more than the section holds', [of('1.1.1', { amount: fixed('20.01') })], ['correction-amount-beyond']],
  ['a range beyond the section', [of('1.1.1', { amount: range('1', '21') })], ['correction-amount-beyond']],
  ['a whole item', [of('1.1.1', { amount: { kind: 'full' } })], ['correction-amount-foreign']],
  [
    'a slope where none was read',
    [
      of('1.1.1', {
        amount: { kind: 'linear', points: points('1'), step: rational(1), unit: '%', from: null, side: 'below' },
      }),
    ],
    ['correction-amount-foreign'],
  ],
  ['a unit of blanks', [of('1.2.1', { per: [' '] })], ['correction-unit-wrong']],
  ['an empty unit', [of('1.2.1', { per: [''] })], ['correction-unit-wrong']],
  ['a sentence for a unit', [of('1.2.1', { per: ['发生一次有责投诉的事件'] })], ['correction-unit-wrong']],
  ['one unit twice', [of('1.2.1', { per: ['次', '次'] })], ['correction-unit-wrong']],
  ['a cap under one occurrence', [of('1.3.1', { cap: capped('2.5') })], ['correction-cap-under']],
  ['an amount over the cap', [of('1.3.1', { amount: fixed('7') })], ['correction-cap-under']],
  ['a cap of nothing', [of('1.1.1', { cap: capped('0') })], ['correction-cap-foreign', 'correction-cap-under']],
  [
    'a cap by nothing',
    [of('1.3.1', { cap: { ...capped('6'), over: { kind: 'period', word: '' } } })],
    ['correction-cap-foreign'],
  ],
  ['a cap beyond the section', [of('1.3.1', { cap: capped('21') })], ['correction-cap-beyond']],
])('a correction that says %s', (_what, corrections, codes) => {
  expect(checkCorrections(rubric, corrections).map(({ code }) => code)).toEqual(codes)
})

test('what stays as it was read is not held against the correction', () => {
  const beyond = compileNotice('考核评分细则\n一、服务（2分）\n1、没有到岗的，每次扣3分，最高扣1分。\n', {
    rubricId: id<RubricId>('x'),
  })
  expect(checkCorrections(beyond.rubric, [someCorrection(beyond.rubric, '1.1.1', { per: ['人'] })])).toEqual([])
})

test.each(Object.keys(CORRECTION_REFUSALS) as CorrectionCode[])(
  '%s is a sentence in Chinese that names the clause',
  (code) => {
    const said = correctionRefusal as (
      code: CorrectionCode,
      ...values: readonly unknown[]
    ) => { readonly message: string }
    const { message } = said(code, '3.4.1', 1000, 500)
    expect(message).toMatch(/^(?=.*3\.4\.1 款)(?=.*；请|.*；只|.*无从).*\p{Script=Han}{4}/u)
    expect(message).not.toMatch(/undefined|NaN|\[object/u)
  },
)
