import * as fc from 'fast-check'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../../core/kernel/identifiers.ts'
import { plainDate } from '../../../core/kernel/plain-date.ts'
import { checkRow, readRow } from '../../../core/records/check-row.ts'
import type { DataSet, Field, PersonalKind } from '../../../core/records/data-set.ts'
import { optional, required } from '../../../core/records/field.ts'
import {
  DATE_FORMS,
  type DateForm,
  type FieldMapping,
  type ImportProfile,
} from '../../../core/records/import-profile.ts'
import { literal, quoted } from '../stored-columns.ts'
import { rowSql } from './row-sql.ts'

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => connection.closeSync())

const PERSONAL: readonly PersonalKind[] = ['name', 'id-number', 'phone', 'address', 'free-text']

/** One field of every kind, required and not. */
const SET: DataSet = {
  name: 'ratings',
  chinese: '样例',
  meaning: '每种字段各一个',
  recordedOn: 'must_time',
  fields: [
    required('record_id', '编号', 'id', ''),
    optional('may_id', '编号二', 'id', ''),
    required('must_text', '文字', 'text', ''),
    required('center_id', '中心', 'center', ''),
    optional('may_center', '中心二', 'center', ''),
    required('must_code', '满意度', { codes: 'satisfaction' }, ''),
    optional('may_code', '是否', { codes: 'yes-no' }, ''),
    required('must_time', '时间', 'time', '', { derives: ['start'] }),
    optional('may_time', '时间二', 'time', ''),
    optional('may_date', '日期', 'date', '', { derives: ['stop'] }),
    required('must_count', '个数', 'count', ''),
    optional('may_count', '个数二', 'count', ''),
    ...PERSONAL.map((personal) => optional(`my_${personal.replace('-', '_')}`, personal, 'text', '', { personal })),
  ],
}
const CENTERS = ['xiayang', 'yingpu']
const ON = {
  centers: new Set(CENTERS.map((center) => id(center))),
  line: { from: plainDate('2020-01-01'), to: plainDate('2021-12-31') },
} as Parameters<typeof checkRow>[2]

const FORMS = Object.keys(DATE_FORMS) as DateForm[]
const BLANK = fc.constantFrom(' ', '\t', '\n', '\u3000', '\u00a0', '\ufeff', '\u2003', '\u0085', '')
const ODD = fc.constantFrom('', ' ', '0', '9', '/', '-', ':', '年', 'X', '𠮷', '\u200b', '24', '"', "'", '.', '+')

/** Nearly right times in the forms. */
function timesIn(forms: readonly DateForm[]): fc.Arbitrary<string> {
  const usual = {
    year: ['2021', '2020', '2022', '1999', '9999'],
    month: ['01', '2', '12', '13'],
    hour: ['09', '9', '24'],
  }
  return fc
    .tuple(
      fc.constantFrom(...usual.year),
      fc.constantFrom(...usual.month),
      fc.constantFrom('01', '1', '29', '31', '32'),
      fc.constantFrom(...usual.hour),
      fc.constantFrom('00', '59', '60', '5'),
      fc.constantFrom('00', '59', '60'),
      fc.constantFrom(...forms),
    )
    .map(([year, month, day, hour, minute, second, form]) =>
      form
        .replace('YYYY', year)
        .replace(/MM|M/, month)
        .replace(/DD|D/, day)
        .replace('hh', hour)
        .replace('mm', minute)
        .replace('ss', second),
    )
}

const OWN: Readonly<Record<Field['kind']['kind'], fc.Arbitrary<string>>> = {
  id: fc.oneof(
    fc.constantFrom('A-1', '社保1', '', 'a b', 'x'.repeat(120), 'x'.repeat(121), '𠮷'.repeat(120)),
    fc.string(),
  ),
  text: fc.oneof(
    fc.constantFrom(
      '张三',
      '李',
      '',
      '13800001234',
      '138****1234',
      '31011519900101123X',
      '123456',
      '请打13800001234或12345678',
      '138 0013 8000，138-0013-8000',
      '１３８００００１２３４',
      '身份证31011519900101123x，单号1234567',
    ),
    fc.constantFrom('字'.repeat(4000), '字'.repeat(4001), '𠮷'.repeat(4000), ' '.repeat(4002)),
    fc.string({ unit: 'grapheme' }),
  ),
  center: fc.constantFrom('夏阳街道', '盈浦', 'xiayang', 'yingpu', '外区', '', 'toString', ' 夏阳街道'),
  code: fc.constantFrom(
    '1',
    '5',
    '9',
    '非常满意',
    '五星',
    'satisfied',
    '是',
    '否',
    'Y',
    'yes',
    '',
    'constructor',
    '不知道',
  ),
  date: timesIn(FORMS),
  time: timesIn(FORMS),
  count: fc.oneof(
    fc.constantFrom('0', '007', '2000000000', '2000000001', '9999999999', '12345678901', '-1', '1.0', '１', ''),
  ),
}

function cellOf(field: Field, forms: readonly DateForm[]): fc.Arbitrary<string> {
  const isDay = field.kind.kind === 'date' || field.kind.kind === 'time'
  const own = isDay ? fc.oneof({ weight: 3, arbitrary: timesIn(forms) }, timesIn(FORMS)) : OWN[field.kind.kind]
  const turned = fc
    .tuple(own, ODD, fc.nat(20))
    .map(([text, odd, at]) => text.slice(0, at) + odd + text.slice(at + (odd === '' ? 1 : 0)))
  const padded = fc.tuple(BLANK, own, BLANK).map((parts) => parts.join(''))
  const longer = fc.tuple(own, ODD).map((parts) => parts.join(''))
  return fc
    .oneof({ weight: 4, arbitrary: own }, turned, longer, padded, BLANK)
    .map((text) =>
      text
        .replaceAll('\0', '')
        .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
    )
}

const VALUES: Readonly<Record<string, FieldMapping['values']>> = {
  center_id: { 夏阳街道: 'xiayang', 盈浦: 'yingpu', 外区: 'elsewhere' },
  must_code: { '1': 'very-dissatisfied', '5': 'very-satisfied', 五星: 'satisfied', ' 3': 'satisfied' },
  may_code: { '1': 'yes', '9': 'nonsense' },
}
const OTHER_CENTERS: readonly FieldMapping['values'][] = [
  null,
  { 外区: 'elsewhere' },
  { 夏阳街道: 'xiayang', '*': 'elsewhere' },
  { 盈浦: '', 外区: 'nowhere', xiayang: 'yingpu', '*': 'elsewhere' },
  { 盈浦: 'yingpu', '*': '' },
]
const LABELLED = new Set(['must_code', 'may_code'])

/** A profile of these fields, and rows for it. */
function casesOf(fields: readonly Field[]): fc.Arbitrary<Case> {
  return fc
    .record({
      forms: fc.uniqueArray(fc.constantFrom(...FORMS), { minLength: 1, maxLength: 3 }),
      hasLabels: fc.boolean(),
      privacy: fc.constantFrom('mask', 'keep', 'drop'),
      others: fc.constantFrom(...OTHER_CENTERS),
      constant: fc.constantFrom(null, '夏阳街道', ' yingpu ', '外区'),
    })
    .chain(({ forms, hasLabels, privacy, others, constant }) => {
      const columns = fields.map((field): [string, FieldMapping] => [
        field.name,
        {
          from:
            field.name === 'may_center' && constant !== null
              ? { kind: 'constant', value: constant }
              : { kind: 'column', header: field.name },
          values: field.name === 'may_center' ? others : (VALUES[field.name] ?? null),
          labelColumn: hasLabels && LABELLED.has(field.name) ? `${field.name} label` : null,
          forms: field.kind.kind === 'date' || field.kind.kind === 'time' ? forms : null,
          privacy,
        },
      ])
      const profile: ImportProfile = {
        id: 'p',
        title: '',
        dataSet: SET.name,
        source: 'system',
        ignored: [],
        columns: Object.fromEntries(columns),
      }
      const cells = fields.flatMap((field): [string, fc.Arbitrary<string>][] => [
        [field.name, cellOf(field, forms)],
        [`${field.name} label`, cellOf(field, forms)],
      ])
      const rows = fc.array(fc.record(Object.fromEntries(cells)), { minLength: 60, maxLength: 60, size: 'max' })
      return fc.record({ profile: fc.constant(profile), rows })
    })
}

interface Case {
  readonly profile: ImportProfile
  readonly rows: readonly Readonly<Record<string, string>>[]
}

const HEADERS = SET.fields.flatMap(({ name }) => (LABELLED.has(name) ? [name, `${name} label`] : [name]))

async function bySql({ profile, rows }: Case, on: typeof ON) {
  const cellSql = (cell = '') => (cell === '' ? 'CAST(NULL AS VARCHAR)' : literal(cell))
  const values = rows.map((row) => `(${HEADERS.map((header) => cellSql(row[header])).join(', ')})`)
  const columns = HEADERS.map((_, at) => `c${at}`)
  const source = {
    from: `(VALUES ${values.join(', ')}) given (${columns.join(', ')})`,
    fromInOrder: '',
    header: HEADERS,
    columns,
    rowOf: (place: number) => place,
  }
  const names = SET.fields.filter(({ name }) => profile.columns[name]).map(({ name }) => name)
  const select = [...names.map((name) => `CAST(${quoted(name)} AS VARCHAR)`), 'is_faulty'].join(', ')
  const answer = await connection.runAndReadAll(`SELECT ${select} FROM (${rowSql(SET, profile, source, on)})`)
  return answer.getRows().map((row) => ({
    isFaulty: row.at(-1),
    kept: Object.fromEntries(names.map((name, at) => [name, row[at]])),
  }))
}

async function agree({ profile, rows }: Case, on = ON): Promise<number> {
  const answered = await bySql({ profile, rows }, on)
  expect(answered).toHaveLength(rows.length)
  let faulty = 0
  for (const [at, cells] of rows.entries()) {
    const faults = checkRow(SET, profile, on, { row: at, cells })
    const own = answered[at]
    expect({ cells, isFaulty: own?.isFaulty, faults }).toMatchObject({ isFaulty: faults.length > 0 })
    if (faults.length > 0) {
      faulty += 1
      continue
    }
    const kept = Object.entries(readRow(SET, profile, on, { row: at, cells })).filter(([name]) => profile.columns[name])
    expect(own?.kept).toEqual(
      Object.fromEntries(kept.map(([name, value]) => [name, value === null ? null : String(value)])),
    )
  }
  return faulty
}

const RUNS = process.env['NIGHTLY'] ? 1_000 : 20

test.each(SET.fields)('SQL reads $name as the rules do, and finds the same rows at fault', async (field) => {
  let [faulty, total] = [0, 0]
  const property = fc.asyncProperty(casesOf([field]), async (one) => {
    faulty += await agree(one)
    total += one.rows.length
  })
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true })
  expect(total - faulty).toBeGreaterThan(10)
  const canBeAtFault = field.personal === null || field.isRequired
  if (canBeAtFault) expect(faulty).toBeGreaterThan(10)
})

test('one wrong field among several is enough', async () => {
  const property = fc.asyncProperty(
    fc.subarray([...SET.fields], { minLength: 2, maxLength: 4 }).chain(casesOf),
    async (one) => {
      await agree(one)
    },
  )
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true })
})

test('centers of which there are too many for a type that names them read the same', async () => {
  const more = Array.from({ length: 100 }, (_, at) => id(`center-${at}`))
  const on = { ...ON, centers: new Set([...ON.centers, ...more]) } as typeof ON
  const centers = SET.fields.filter(({ kind }) => kind.kind === 'center')
  const property = fc.asyncProperty(casesOf(centers), async (one) => {
    await agree(one, on)
  })
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true })
})
