import { describe, expect, test } from 'vitest'
import { checkHeader, checkProfile, exposedFields, PROFILE_FAULTS, type ProfileFaultCode } from './check-profile.ts'
import { TO_BE_SAID, type FieldMapping, type ImportProfile } from './import-profile.ts'

function column(header: string, more: Partial<FieldMapping> = {}): FieldMapping {
  return { from: { kind: 'column', header }, values: null, labelColumn: null, forms: null, privacy: 'keep', ...more }
}

const COLUMNS: ImportProfile['columns'] = {
  record_id: column('序号'),
  meeting_id: column('会议'),
  center_id: column('单位', { values: { 东街道: 'east' } }),
  held_on: column('日期', { forms: ['YYYY-MM-DD'] }),
  attendance: column('到会代码', { values: { 1: 'present', 2: 'absent' }, labelColumn: '到会' }),
}
const SOUND: ImportProfile = {
  id: 'meetings',
  title: '会议签到',
  dataSet: 'meetings',
  source: '会务',
  columns: COLUMNS,
  ignored: ['备注'],
}

function having(columns: Record<string, FieldMapping | undefined>): ImportProfile {
  const entries = Object.entries({ ...COLUMNS, ...columns }).flatMap(([name, mapping]) =>
    mapping === undefined ? [] : [[name, mapping] as const],
  )
  return { ...SOUND, columns: Object.fromEntries(entries) }
}

type Case = readonly [
  title: string,
  profile: ImportProfile,
  faults: readonly (readonly [string | null, ProfileFaultCode])[],
]

const CASES: readonly Case[] = [
  ['a sound one', SOUND, []],
  ['no title', { ...SOUND, title: ' ' }, [[null, 'title-missing']]],
  ['a source with a slash', { ...SOUND, source: 'a/b' }, [[null, 'source-wrong']]],
  ['an empty source', { ...SOUND, source: '' }, [[null, 'source-wrong']]],
  ['a strange field', having({ weather: column('天气') }), [['weather', 'field-unknown']]],
  ['a required field left out', having({ held_on: undefined }), [['held_on', 'field-unmapped']]],
  ['a column without a name', having({ meeting_id: column('') }), [['meeting_id', 'column-blank']]],
  ['a day without a form', having({ held_on: column('日期') }), [['held_on', 'forms-missing']]],
  ['no form at all', having({ held_on: column('日期', { forms: [] }) }), [['held_on', 'forms-missing']]],
  [
    'a form for an id',
    having({ meeting_id: column('会议', { forms: ['YYYYMMDD'] }) }),
    [['meeting_id', 'forms-unexpected']],
  ],
  ['a map for a text', having({ title: column('名称', { values: { a: 'b' } }) }), [['title', 'values-unexpected']]],
  [
    'a label for a center',
    having({ center_id: column('单位', { labelColumn: '名称' }) }),
    [['center_id', 'label-unexpected']],
  ],
  [
    'a label that is the code itself',
    having({ attendance: column('到会', { labelColumn: '到会' }) }),
    [['attendance', 'label-same-column']],
  ],
  [
    'a code that does not exist',
    having({ attendance: column('到会', { values: { 1: 'here' } }) }),
    [['attendance', 'value-unknown']],
  ],
  [
    'a value that nobody explained',
    having({ attendance: column('到会', { values: { 1: TO_BE_SAID } }) }),
    [['attendance', 'value-open']],
  ],
  [
    'a value that could never be met',
    having({ attendance: column('到会', { values: { ' 1': 'present' } }) }),
    [['attendance', 'value-spaced']],
  ],
  [
    'the own center elsewhere',
    having({ center_id: column('单位', { values: { '*': 'elsewhere' } }) }),
    [['center_id', 'elsewhere-unfit']],
  ],
  [
    'one id for all',
    having({ record_id: { ...column(''), from: { kind: 'constant', value: '1' } } }),
    [['record_id', 'key-constant']],
  ],
  [
    'a required field dropped',
    having({ meeting_id: column('会议', { privacy: 'drop' }) }),
    [['meeting_id', 'required-dropped']],
  ],
  ['a column both mapped and ignored', { ...SOUND, ignored: ['日期'] }, [[null, 'ignored-mapped']]],
  ['a label column that is ignored', { ...SOUND, ignored: ['到会'] }, [[null, 'ignored-mapped']]],
  ['one column for two fields: a register without ids', having({ meeting_id: column('序号') }), []],
  ['a constant', having({ center_id: { ...column(''), from: { kind: 'constant', value: 'east' } } }), []],
]

test.each(CASES)('%s', (_title, profile, faults) => {
  expect(checkProfile(profile).map(({ field, code }) => [field, code])).toEqual(faults)
  for (const { message } of checkProfile(profile)) expect(message).toMatch(/^\P{Cc}+；\P{Cc}+$|^\P{Cc}+，请\P{Cc}+$/u)
})

describe('a header against the profile', () => {
  test.each<[title: string, header: readonly string[], missing: readonly string[], unknown: readonly string[]]>([
    ['the same', ['序号', '会议', '单位', '日期', '到会代码', '到会', '备注'], [], []],
    ['in another order, without what is ignored', ['到会', '到会代码', '日期', '单位', '会议', '序号'], [], []],
    ['a column renamed', ['编号', '会议', '单位', '日期', '到会代码', '到会'], ['序号'], ['编号']],
    ['the label column gone', ['序号', '会议', '单位', '日期', '到会代码'], ['到会'], []],
    ['a column more', ['序号', '会议', '单位', '日期', '到会代码', '到会', '天气'], [], ['天气']],
  ])('%s', (_title, header, missing, unknown) => {
    const found = checkHeader(SOUND, header)
    expect(found.missing.map(({ column: name }) => name)).toEqual(missing)
    expect(found.unknown).toEqual(unknown)
  })

  test('tells which field lacks its column', () => {
    expect(checkHeader(SOUND, []).missing.map(({ field }) => field)).toContain('到会情况')
  })
})

test('personal data that is kept as it is written is told, field by field', () => {
  const kept: ImportProfile = {
    ...SOUND,
    dataSet: 'hotline_orders',
    columns: {
      caller_name: column('来电人'),
      caller_phone: column('电话', { privacy: 'mask' }),
      title: column('标题', { privacy: 'drop' }),
      record_id: column('工单号'),
    },
  }
  expect(exposedFields(kept).map(({ name }) => name)).toEqual(['caller_name'])
  expect(exposedFields(SOUND)).toEqual([])
})

test('every fault of the catalogue is met above', () => {
  const met = new Set(CASES.flatMap(([, , faults]) => faults.map(([, code]) => code)))
  expect(met).toEqual(new Set(Object.keys(PROFILE_FAULTS)))
})
