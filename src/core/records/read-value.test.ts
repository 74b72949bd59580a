import { describe, expect, test } from 'vitest'
import { id, type CenterId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import type { Field } from './data-set.ts'
import { optional, required } from './field.ts'
import { DATE_FORMS, TO_BE_SAID, type DateForm, type FieldMapping } from './import-profile.ts'
import { readValue, type KeptValue, type ReadingGround } from './read-value.ts'

const ON: ReadingGround = {
  centers: new Set([id<CenterId>('east'), id<CenterId>('west')]),
  line: { from: plainDate('2021-01-01'), to: plainDate('2022-12-31') },
}
const ALL_FORMS = Object.keys(DATE_FORMS) as DateForm[]
const PLAIN: FieldMapping = {
  from: { kind: 'column', header: '列' },
  values: null,
  labelColumn: null,
  forms: null,
  privacy: 'keep',
}

function read(field: Field, cell: string, mapping: Partial<FieldMapping> = {}, label = ''): KeptValue | { no: string } {
  const value = readValue(field, { ...PLAIN, ...mapping }, cell, label, ON)
  return value.ok ? value.value : { no: value.code }
}

const no = (code: string) => ({ no: code })

describe('what is empty', () => {
  const blanks = ['', ' ', '\t', '\u3000', '\u00a0', '\ufeff', ' \u3000\r\n ']
  test.each(blanks)('%j is empty: nothing where it may be, a fault where it must not', (cell) => {
    expect(read(optional('a', '甲', 'text', ''), cell)).toBeNull()
    expect(read(required('a', '甲', 'text', ''), cell)).toEqual(no('value-missing'))
    expect(read(optional('a', '甲', { codes: 'yes-no' }, ''), cell)).toBeNull()
    expect(read(required('a', '甲', { codes: 'yes-no' }, ''), cell)).toEqual(no('value-missing'))
  })

  test.each(['-', '无', 'NULL', 'N/A', '0', '\u200b', "''"])('%j is not', (cell) => {
    expect(read(required('a', '甲', 'text', ''), cell)).toBe(cell)
  })
})

test.each<[cell: string, kept: KeptValue | { no: string }]>([
  ['A-1', 'A-1'],
  [' A-1\u3000', 'A-1'],
  ['办2021第1号', '办2021第1号'],
  ['001', '001'],
  ['x'.repeat(120), 'x'.repeat(120)],
  ['𠮷'.repeat(120), '𠮷'.repeat(120)],
  ['x'.repeat(121), no('id-wrong')],
  ['A 1', no('id-wrong')],
  ['A\u30001', no('id-wrong')],
  ['A\n1', no('id-wrong')],
  ['A\u00001', no('id-wrong')],
  ['A\ufeff1', no('id-wrong')],
])('the id %j', (cell, kept) => {
  expect(read(required('a', '编号', 'id', ''), cell)).toEqual(kept)
})

test.each<[title: string, cell: string, isKept: boolean]>([
  ['4,000 characters', '长'.repeat(4000), true],
  ['4,000 outside the first plane', '𠮷'.repeat(4000), true],
  ['one more', '长'.repeat(4001), false],
  ['4,000 between blanks', ` ${'长'.repeat(4000)} `, true],
])('a text of %s', (_title, cell, isKept) => {
  expect(read(optional('a', '文字', 'text', ''), cell)).toEqual(isKept ? cell.trim() : no('text-too-long'))
})

test.each<[cell: string, kept: KeptValue | { no: string }]>([
  ['0', 0],
  ['007', 7],
  ['2000000000', 2_000_000_000],
  ['2000000001', no('count-wrong')],
  ['00000000000', no('count-wrong')],
  ['-1', no('count-wrong')],
  ['+1', no('count-wrong')],
  ['1.0', no('count-wrong')],
  ['1e3', no('count-wrong')],
  ['1,000', no('count-wrong')],
  ['１２', no('count-wrong')],
  ['三', no('count-wrong')],
])('the count %j', (cell, kept) => {
  expect(read(required('a', '个数', 'count', ''), cell)).toEqual(kept)
})

describe('days and times', () => {
  const time = optional('a', '时间', 'time', '')
  const counted = optional('a', '时间', 'time', '', { derives: ['start'] })

  test.each(ALL_FORMS)('%s reads its own example and nothing that another form writes', (form) => {
    expect(read(time, DATE_FORMS[form], { forms: [form] })).toBe(
      form.includes('hh') ? '2021-03-01 09:30:00' : '2021-03-01 00:00:00',
    )
    for (const other of ALL_FORMS.filter((one) => one !== form))
      expect(read(time, DATE_FORMS[other], { forms: [form] })).toEqual(no('date-wrong'))
  })

  test.each<[cell: string, kept: KeptValue | { no: string }]>([
    ['2020-02-29', '2020-02-29 00:00:00'],
    ['2021-02-29', no('date-wrong')],
    ['2021-02-30', no('date-wrong')],
    ['2021-13-01', no('date-wrong')],
    ['2021-00-10', no('date-wrong')],
    ['20210431', no('date-wrong')],
    ['2021/2/29', no('date-wrong')],
    ['2021年2月29日', no('date-wrong')],
    ['2021-3-1', no('date-wrong')],
    ['2021/03/01', '2021-03-01 00:00:00'],
    ['2021/003/1', no('date-wrong')],
    ['21/3/1', no('date-wrong')],
    ['2021/3/1 9:30', '2021-03-01 09:30:00'],
    ['2021/3/1 9:5', no('date-wrong')],
    ['2021-03-01 23:59:59', '2021-03-01 23:59:59'],
    ['2021-03-01 24:00', no('date-wrong')],
    ['2021-03-01 24:00:00', no('date-wrong')],
    ['20210301240000', no('date-wrong')],
    ['2021/3/1 24:00', no('date-wrong')],
    ['2021-03-01 09:60', no('date-wrong')],
    ['2021-03-01 09:30:60', no('date-wrong')],
    ['2021-03-01  09:30', no('date-wrong')],
    ['2021-03-01T09:30:00', no('date-wrong')],
    ['2021-03-01T09:30:00Z', no('date-wrong')],
    ['2021-03-01T09:30:00+00:00', no('date-wrong')],
    ['2021-03-01 09:30:00.5', no('date-wrong')],
    ['２０２１-03-01', no('date-wrong')],
    ['2021-03-01日', no('date-wrong')],
    ['44256', no('date-wrong')],
    ['待定', no('date-wrong')],
    ['1900-01-01', no('date-outside')],
    ['1999-12-31 23:59:59', no('date-outside')],
    ['2000-01-01', '2000-01-01 00:00:00'],
    ['2099-12-31 23:59:59', '2099-12-31 23:59:59'],
    ['2100-01-01', no('date-outside')],
    ['9999-12-31', no('date-outside')],
  ])('%j, where every form is allowed', (cell, kept) => {
    expect(read(time, cell, { forms: ALL_FORMS })).toEqual(kept)
  })

  test.each<[cell: string, kept: KeptValue | { no: string }]>([
    ['2020-12-31 23:59:59', no('date-outside')],
    ['2021-01-01', '2021-01-01 00:00:00'],
    ['2022-12-31 23:59:59', '2022-12-31 23:59:59'],
    ['2023-01-01', no('date-outside')],
  ])('%j, where working days are counted from it', (cell, kept) => {
    expect(read(counted, cell, { forms: ALL_FORMS })).toEqual(kept)
  })

  test('a day drops the time that its source writes', () => {
    expect(read(optional('a', '日期', 'date', ''), '2021-03-01 09:30', { forms: ALL_FORMS })).toBe('2021-03-01')
  })

  test('without a form nothing is a day', () => {
    expect(read(time, '2021-03-01')).toEqual(no('date-wrong'))
  })
})

describe('codes', () => {
  const satisfaction = required('a', '满意度', { codes: 'satisfaction' }, '')
  const values = { '1': 'very-dissatisfied', '5': 'very-satisfied', 满意: 'dissatisfied', '7': TO_BE_SAID }

  test.each<[cell: string, mapping: Partial<FieldMapping>, label: string, kept: KeptValue | { no: string }]>([
    ['1', {}, '', no('code-unknown')],
    ['1', { values }, '', 'very-dissatisfied'],
    ['5', { values }, '', 'very-satisfied'],
    ['2', { values }, '', no('code-unknown')],
    ['7', { values }, '', no('code-unknown')],
    ['very-satisfied', {}, '', 'very-satisfied'],
    ['非常满意', {}, '', 'very-satisfied'],
    ['五星', {}, '', 'very-satisfied'],
    ['非常满意！', {}, '', no('code-unknown')],
    ['满意', { values }, '', 'dissatisfied'],
    ['constructor', { values }, '', no('code-unknown')],
    ['__proto__', { values }, '', no('code-unknown')],
    ['1', { values }, '非常不满意', 'very-dissatisfied'],
    ['1', { values }, '非常满意', no('label-contradicts')],
    ['1', { values }, '不知道', no('code-unknown')],
    ['2', { values }, '非常满意', no('code-unknown')],
    ['', { values }, '非常满意', 'very-satisfied'],
    ['', { values }, '1', 'very-dissatisfied'],
  ])('%j by %j beside the label %j', (cell, mapping, label, kept) => {
    expect(read(satisfaction, cell, mapping, label)).toEqual(kept)
  })
})

test.each<[cell: string, values: FieldMapping['values'], kept: KeptValue | { no: string }]>([
  ['east', null, 'east'],
  ['东街道', null, no('center-unknown')],
  ['东街道', { 东街道: 'east' }, 'east'],
  ['\u3000东街道 ', { 东街道: 'east' }, 'east'],
  ['东 街道', { 东街道: 'east' }, no('center-unknown')],
  ['北镇', { 北镇: 'north' }, no('center-unknown')],
  ['北镇', { 北镇: TO_BE_SAID }, no('center-unknown')],
  ['toString', { 东街道: 'east' }, no('center-unknown')],
  ['west', { west: 'east' }, 'east'],
  ['南汇镇', { '*': 'elsewhere' }, no('center-unknown')],
])('the center %j by %j', (cell, values, kept) => {
  expect(read(required('center_id', '中心', 'center', ''), cell, { values })).toEqual(kept)
})

test.each<[cell: string, values: FieldMapping['values'], kept: KeptValue | { no: string }]>([
  ['南汇镇', null, no('center-unknown')],
  ['南汇镇', { 南汇镇: 'elsewhere' }, 'elsewhere'],
  ['elsewhere', null, no('center-unknown')],
  ['\u3000南汇镇', { 东街道: 'east', '*': 'elsewhere' }, 'elsewhere'],
  ['东街道', { 东街道: 'east', '*': 'elsewhere' }, 'east'],
  ['east', { '*': 'elsewhere' }, 'east'],
  ['东街', { 东街: TO_BE_SAID, '*': 'elsewhere' }, no('center-unknown')],
  ['东街', { 东街: 'nowhere', '*': 'elsewhere' }, no('center-unknown')],
  ['南汇镇', { '*': TO_BE_SAID }, no('center-unknown')],
  ['', { '*': 'elsewhere' }, null],
])('a center beside the own one, %j by %j', (cell, values, kept) => {
  expect(read(optional('home_center_id', '另一中心', 'center', ''), cell, { values })).toEqual(kept)
})
