import { describe, expect, test } from 'vitest'
import { id, type CenterId } from '../kernel/identifiers.ts'
import { checkRow, readRow } from './check-row.ts'
import { checkHeader, checkProfile } from './check-profile.ts'
import { DATA_SETS, dataSet } from './data-sets.ts'
import { guessProfile, type ProfileGuess } from './guess-profile.ts'
import type { DateForm, ImportProfile } from './import-profile.ts'
import { parsePlainDate, type PlainDate } from '../kernel/plain-date.ts'

const CENTERS = [
  { id: id<CenterId>('east'), name: '东街道' },
  { id: id<CenterId>('west'), name: '西镇' },
]
const SAID = { id: 'ratings', title: '好差评导出', source: 'city-rating' }
const day = (text: string): PlainDate => parsePlainDate(text) ?? (text as PlainDate)
const ON = {
  centers: new Set(CENTERS.map((center) => center.id)),
  line: { from: day('2021-01-01'), to: day('2021-12-31') },
}

const HEADER = [
  '评价流水号',
  '办件编号',
  '受理单位',
  '评价渠道代码',
  '评价渠道',
  '满意度代码',
  '满意度',
  '评价时间',
  '评价次数',
  '备用1',
]
/** A national export: 1 is the best. */
const NATIONAL = [
  ['P1', 'B1', '东街道社区事务受理服务中心', '1', '窗口评价器', '1', '非常满意', '20210301093000', '1', ''],
  ['P2', 'B2', '西镇社区事务受理服务中心', '7', '系统默认评价', '5', '非常不满意', '20210302T101500', '1', ''],
  ['P3', 'B3', '西镇社区事务受理服务中心', '6', '短信', '2', '满意', '20210303101500', '1', ''],
]
/** A provincial one: 1 is the worst, and channels 6 and 7 stand for something else. */
const PROVINCIAL = [
  ['P1', 'B1', '东街道', '6', '电话', '5', '非常满意', '2021-03-01 09:30:00', '1', ''],
  ['P2', 'B2', '西镇', '7', '短信', '1', '非常不满意', '2021-03-02 10:15:00', '1', ''],
]

function guess(header: readonly string[], sample: readonly (readonly string[])[]): ProfileGuess {
  const guessed = guessProfile(SAID, { header, sample, centers: CENTERS, dataSet: null })
  if (!guessed) throw new Error('nothing guessed')
  return guessed
}

function withForms(profile: ImportProfile, field: string, forms: readonly DateForm[]): ImportProfile {
  const mapping = profile.columns[field]
  return mapping ? { ...profile, columns: { ...profile.columns, [field]: { ...mapping, forms } } } : profile
}

const rowOf = (cells: readonly string[]) => ({
  row: 2,
  cells: Object.fromEntries(HEADER.map((name, at) => [name, cells[at] ?? ''])),
})

describe('a profile is guessed from a header and some rows', () => {
  test('the data set by its columns, each once, and nothing is missing', () => {
    const { profile, open } = guess(HEADER, NATIONAL)
    expect(profile.dataSet).toBe('ratings')
    expect(checkProfile(profile)).toEqual([])
    expect(checkHeader(profile, HEADER)).toEqual({ missing: [], unknown: [] })
    expect(profile.ignored).toEqual(['备用1'])
    expect(open.map(({ code, column }) => [code, column])).toEqual([['column-unmatched', '备用1']])
  })

  test('a digit means what the words beside it say, in each source its own', () => {
    expect(guess(HEADER, NATIONAL).profile.columns['satisfaction']).toMatchObject({
      from: { header: '满意度代码' },
      labelColumn: '满意度',
      values: { 1: 'very-satisfied', 2: 'satisfied', 5: 'very-dissatisfied' },
    })
    expect(guess(HEADER, PROVINCIAL).profile.columns['satisfaction']?.values).toEqual({
      5: 'very-satisfied',
      1: 'very-dissatisfied',
    })
    expect(guess(HEADER, NATIONAL).profile.columns['channel']?.values).toMatchObject({ 6: 'sms', 7: 'system-default' })
    expect(guess(HEADER, PROVINCIAL).profile.columns['channel']?.values).toEqual({ 6: 'phone', 7: 'sms' })
  })

  test('dates by the forms that the sample is written in', () => {
    expect(guess(HEADER, NATIONAL).profile.columns['rated_at']?.forms).toEqual(['YYYYMMDDhhmmss', 'YYYYMMDDThhmmss'])
  })

  test('one source read with the profile of the other contradicts itself, row by row', () => {
    const { profile } = guess(HEADER, NATIONAL)
    const wrong = withForms(profile, 'rated_at', ['YYYY-MM-DD hh:mm:ss'])
    const faults = checkRow(dataSet('ratings'), wrong, ON, rowOf(PROVINCIAL[1] ?? []))
    expect(faults.map(({ code, column }) => [code, column])).toEqual([
      ['label-contradicts', '评价渠道代码'],
      ['label-contradicts', '满意度代码'],
    ])
  })

  test('read with its own profile it is kept in words', () => {
    const { profile } = guess(HEADER, PROVINCIAL)
    expect(checkRow(dataSet('ratings'), profile, ON, rowOf(PROVINCIAL[1] ?? []))).toEqual([])
    expect(readRow(dataSet('ratings'), profile, ON, rowOf(PROVINCIAL[1] ?? []))).toMatchObject({
      record_id: 'P2',
      center_id: 'west',
      channel: 'sms',
      satisfaction: 'very-dissatisfied',
      rated_at: '2021-03-02 10:15:00',
      attempt: 1,
    })
  })

  test.each<[title: string, header: readonly string[], rows: readonly (readonly string[])[], code: string]>([
    [
      'a digit alone',
      ['评价编号', '被评中心', '满意度代码', '评价渠道', '评价时间', '评价次数'],
      [['P1', '西镇', '1', '短信', '20210301', '1']],
      'codes-unproven',
    ],
    [
      'a sign beside two meanings',
      ['评价编号', '被评中心', '满意度代码', '满意度', '评价渠道', '评价时间', '评价次数'],
      [
        ['P1', '西镇', '1', '满意', '短信', '20210301', '1'],
        ['P2', '西镇', '1', '不满意', '短信', '20210301', '1'],
      ],
      'codes-unproven',
    ],
    [
      'a center that nobody knows',
      ['评价编号', '被评中心', '满意度', '评价渠道', '评价时间', '评价次数'],
      [['P1', '南镇', '满意', '短信', '20210301', '1']],
      'center-unmatched',
    ],
    [
      'a date in no form',
      ['评价编号', '被评中心', '满意度', '评价渠道', '评价时间', '评价次数'],
      [['P1', '西镇', '满意', '短信', '3月1日', '1']],
      'form-unmatched',
    ],
    [
      'a day where a time is asked for',
      ['评价编号', '被评中心', '满意度', '评价渠道', '评价时间', '评价次数'],
      [['P1', '西镇', '满意', '短信', '20210301', '1']],
      'hour-missing',
    ],
    [
      'a required field without a column',
      ['评价编号', '被评中心', '满意度', '评价渠道', '评价时间'],
      [['P1', '西镇', '满意', '短信', '20210301']],
      'field-unmapped',
    ],
  ])('%s stays open', (_title, header, rows, code) => {
    expect(guess(header, rows).open.map((one) => one.code)).toContain(code)
  })

  test('a file that is no data set is not forced into one', () => {
    expect(guessProfile(SAID, { header: ['甲', '乙'], sample: [], centers: CENTERS, dataSet: null })).toBeNull()
  })

  test('what a person must say stands in the draft, and no row is read by it before', () => {
    const header = ['评价编号', '被评中心', '满意度代码', '评价渠道', '评价时间', '评价次数']
    const { profile, open } = guess(header, [['P1', '南镇', '1', '短信', '2021-03-01 09:30', '1']])
    expect(profile.columns['satisfaction']?.values).toEqual({ 1: '' })
    expect(profile.columns['center_id']?.values).toMatchObject({ 南镇: '', 西镇: 'west' })
    expect(open.map(({ code }) => code)).toEqual(['center-unmatched', 'codes-unproven'])
    expect(checkProfile(profile).map(({ code }) => code)).toEqual(['value-open', 'value-open'])
  })

  test('centers of other districts are said all at once, but for the center that a record belongs to', () => {
    const header = ['流转编号', '办件编号', '收件中心', '受理中心', '收件时间']
    const rows = [
      ['L1', 'B1', '东街道', '南汇镇', '2021-03-01 09:30'],
      ['L2', 'B2', '西镇', '崇明镇', '2021-03-01 09:30'],
    ]
    const { profile, open } = guess(header, rows)
    expect(profile.columns['accepting_center_id']?.values).toEqual({ 东街道: 'east', 西镇: 'west', '*': '' })
    expect(open.map(({ code }) => code)).toEqual(['center-unmatched'])
    expect(open[0]?.message).toMatch(/南汇镇.*外区/u)
  })

  test('personal data is masked unless somebody says otherwise', () => {
    const header = [
      '评价编号',
      '被评中心',
      '满意度',
      '评价渠道',
      '评价时间',
      '评价次数',
      '评价人',
      '手机号',
      '评价内容',
    ]
    const row = ['P1', '西镇', '满意', '短信', '2021-03-01 09:30', '1', '张三', '13800000000', '好']
    const { columns } = guess(header, [row]).profile
    expect(['rater_name', 'rater_phone', 'words', 'record_id'].map((name) => columns[name]?.privacy)).toEqual([
      'mask',
      'mask',
      'mask',
      'keep',
    ])
  })
})

describe('the same digits in two systems', () => {
  const header = [
    '办件编号',
    '受理中心',
    '事项编码',
    '申请渠道',
    '办件类型',
    '类型名称',
    '办件类型名称',
    '办件状态',
    '提交时间',
  ]
  const rowsWith = (types: readonly (readonly [digit: string, words: string])[]) =>
    types.map(([digit, words], at) => [`B${at}`, '东街道', 'S1', '窗口', digit, '甲类', words, '办结', '2021/3/1 9:30'])
  const national = guess(header, rowsWith([['1', '即办件'], ['2', '承诺件'], ['9', '其他']])).profile // prettier-ignore
  const provincial = guess(header, rowsWith([['2', '即办件'], ['1', '承诺件']])).profile // prettier-ignore

  test('are read each by the words beside them', () => {
    expect(national.columns['case_type']?.values).toEqual({ 1: 'instant', 2: 'promised', 9: 'other' })
    expect(provincial.columns['case_type']?.values).toEqual({ 2: 'instant', 1: 'promised' })
    expect(national.columns['case_type']).toMatchObject({ from: { header: '办件类型' }, labelColumn: '办件类型名称' })
  })

  test('and contradict each other where one is read as the other', () => {
    const [row = []] = rowsWith([['1', '承诺件']])
    const cells = Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))
    const faultsBy = (profile: ImportProfile) => checkRow(dataSet('service_cases'), profile, ON, { row: 2, cells })
    expect(faultsBy(provincial)).toEqual([])
    expect(faultsBy(national)).toMatchObject([{ column: '办件类型', value: '1', code: 'label-contradicts' }])
  })
})

describe.each(DATA_SETS.map((set) => [set.name, set] as const))('%s', (name, set) => {
  const called = set.fields.map((field) => [field, [field.chinese, ...field.alsoCalled]] as const)

  test('is known by its own names and by any others, each column to its field', () => {
    for (const place of [0, 1, 2, 3]) {
      const header = called.map(([, names]) => names[place % names.length] ?? '')
      const { profile } = guess(header, [])
      expect(profile.dataSet).toBe(name)
      expect(called.map(([field]) => profile.columns[field.name]?.from)).toEqual(
        header.map((column) => ({ kind: 'column', header: column })),
      )
    }
  })

  test('is known however its header is typed', () => {
    const header = called.map(([{ chinese }]) => ` ${chinese.split('').join('\u3000')}（填写） `)
    expect(guess(header, []).profile.dataSet).toBe(name)
  })
})
