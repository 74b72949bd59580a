import { copyFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { manyRatings } from '../../../test/fixtures/many-ratings.ts'
import { askedFor, recordHouse, type RecordHouse } from '../../../test/fixtures/kept-records.ts'
import type { QueryAsked } from '../../app/ports/record-store.ts'
import { id, type CenterId, type TenantId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import type { OpenRecords } from './open-record-store.ts'
import { storedColumns } from './stored-columns.ts'

let house: RecordHouse
beforeEach(() => void (house = recordHouse()))
afterEach(() => house.leave())

let small: OpenRecords
const smallHouse = recordHouse()
beforeAll(async () => {
  await smallHouse.keep(manyRatings(3))
  small = await smallHouse.open()
  return () => smallHouse.leave()
})

async function answer(sql: string, dataSets: readonly DataSetName[] = ['ratings'], more: Partial<QueryAsked> = {}) {
  const { records } = await house.open()
  return records.query(house.tenantId, askedFor(sql, dataSets, more))
}

test('a query reads all months of a data set as one table, with derived columns and names of records', async () => {
  await house.keep(manyRatings(3))
  expect(
    await answer(
      `SELECT record_id, month, source, version, record_key, record_ref, satisfaction_rank, rated_at_seconds
       FROM ratings`,
    ),
  ).toEqual({
    ok: true,
    value: {
      columns: [
        'record_id',
        'month',
        'source',
        'version',
        'record_key',
        'record_ref',
        'satisfaction_rank',
        'rated_at_seconds',
      ],
      rows: [
        ['P1', '2021-01', 'sys', 1, 'sys/P1', 'ratings/sys/P1@1', 5, 1609462800],
        ['P2', '2021-02', 'sys', 1, 'sys/P2', 'ratings/sys/P2@1', 5, 1612227601],
        ['P3', '2021-03', 'sys', 1, 'sys/P3', 'ratings/sys/P3@1', 5, 1614733202],
      ],
    },
  })
})

test.each<[sql: string, value: string | number | null]>([
  [`SELECT max(rated_at) AS v FROM ratings`, '2021-03-03 09:00:02'],
  [`SELECT min(CAST(rated_at AS DATE)) AS v FROM ratings`, '2021-01-01'],
  [`SELECT sum(rated_at_seconds) AS v FROM ratings`, 4836423603],
  [`SELECT count(*) AS v FROM ratings`, 3],
  [`SELECT max(words) AS v FROM ratings`, null],
  [`SELECT NULL AS v`, null],
  [`SELECT 9007199254740991 AS v`, 9007199254740991],
  [`SELECT 1 = 1 AS v`, 1],
  [`SELECT CAST(floor(7 / 2) AS INTEGER) AS v`, 3],
  [`SELECT '“甲”𠮷''' AS v`, `“甲”𠮷'`],
])('%s is %j', async (sql, value) => {
  expect(await small.records.query(smallHouse.tenantId, askedFor(sql, ['ratings']))).toEqual({
    ok: true,
    value: { columns: ['v'], rows: [[value]] },
  })
})

test.each<[sql: string, code: string, says: string]>([
  [`SELECT 9007199254740993 AS v`, 'query-refused', '“v”里有 9007199254740993，超出能精确表示的整数'],
  [`SELECT sum(rated_at_seconds) * 9000000 AS v FROM ratings`, 'query-refused', '超出能精确表示的整数'],
  [`SELECT avg(attempt) AS v FROM ratings`, 'query-refused', '“v”是 DOUBLE'],
  [`SELECT 1 / 3 AS v`, 'query-refused', '“v”是 DOUBLE'],
  [`SELECT CAST('2021-01-01 00:00:00.5' AS TIMESTAMP) AS v`, 'query-refused', '不是整秒的时间'],
  [`SELECT CAST('12021-01-01' AS DATE) AS v`, 'query-refused', '不是 0001 到 9999 年的日期'],
  [`SELECT CAST(record_id AS INTEGER) AS v FROM ratings`, 'query-failed', `Could not convert string 'P1' to INT32`],
  [`SELECT sum(record_id) AS v FROM ratings`, 'query-failed', 'No function matches'],
  [`SELECT center_id, count(*) AS v FROM ratings`, 'query-failed', 'GROUP BY'],
  [`SELECT r.record_id FROM ratings AS s`, 'query-failed', 'Referenced table "r" not found'],
])('%s is %s', async (sql, code, says) => {
  const answered = await small.records.query(smallHouse.tenantId, askedFor(sql, ['ratings']))
  expect(answered).toMatchObject({ ok: false, refusal: { code, message: expect.stringContaining(says) } })
})

test('rows come in the order of all their columns, numbers by size, empty ones last', async () => {
  await house.keep({
    ratings: [null, 'x', 'w'].flatMap((words, at) =>
      [10, 9].map((attempt) => ({
        record_id: `${at}-${attempt}`,
        center_id: 'a',
        channel: 'web',
        satisfaction: 'satisfied',
        rated_at: `2021-03-01 09:00:00`,
        attempt,
        words,
      })),
    ),
  })
  const answered = await answer('SELECT words, attempt FROM ratings ORDER BY attempt DESC')
  expect(answered.ok && answered.value.rows).toEqual([
    ['w', 9],
    ['w', 10],
    ['x', 9],
    ['x', 10],
    [null, 9],
    [null, 10],
  ])
})

test('every data set is a table with its columns where it holds nothing', async () => {
  const { records } = await house.open()
  for (const set of DATA_SETS) {
    const names = [...storedColumns(set).map(({ name }) => name), 'record_key', 'record_ref']
    const sql = `SELECT ${names.join(', ')} FROM ${set.name} WHERE record_ref = 'a' AND version > 0`
    expect(await records.query(house.tenantId, askedFor(sql, [set.name]))).toEqual({
      ok: true,
      value: { columns: names, rows: [] },
    })
  }
})

test('tables of reference hold what was asked: centers, days of the line, months', async () => {
  const asked = {
    from: plainDate('2021-04-30'),
    to: plainDate('2021-05-02'),
    centers: [id<never>('丙'), id<never>("o'k")],
  }
  const { records } = await house.open()
  const rows = async (sql: string) => {
    const answered = await records.query(house.tenantId, askedFor(sql, [], asked))
    return answered.ok ? answered.value.rows : answered
  }
  expect(await rows('SELECT center_id FROM centers')).toEqual([["o'k"], ['丙']])
  const [friday] = (await rows('SELECT start_day FROM days WHERE weekday = 5')) as [[number]]
  expect(await rows('SELECT day, month, weekday, is_working_day, start_day, stop_day FROM days')).toEqual([
    ['2021-04-30', '2021-04', 5, 1, friday[0], friday[0]],
    ['2021-05-01', '2021-05', 6, 0, friday[0], friday[0] + 1],
    ['2021-05-02', '2021-05', 7, 0, friday[0], friday[0] + 1],
  ])
  expect(await rows('SELECT month, first_day, last_day FROM months')).toEqual([
    ['2021-04', '2021-04-30', '2021-04-30'],
    ['2021-05', '2021-05-01', '2021-05-02'],
  ])
})

test('no centers and no days are empty tables', async () => {
  const { records } = await house.open()
  const asked = { centers: [], from: plainDate('2021-05-02'), to: plainDate('2021-05-01') }
  for (const sql of ['SELECT center_id FROM centers', 'SELECT day FROM days', 'SELECT last_day FROM months'])
    expect(await records.query(house.tenantId, askedFor(sql, [], asked))).toMatchObject({
      ok: true,
      value: { rows: [] },
    })
})

test('as many rows as were asked for are answered, one more is refused', async () => {
  await house.keep(manyRatings(7))
  expect(await answer('SELECT record_id FROM ratings', ['ratings'], { maxRows: 7 })).toMatchObject({ ok: true })
  expect(await answer('SELECT record_id FROM ratings', ['ratings'], { maxRows: 6 })).toMatchObject({
    ok: false,
    refusal: { code: 'query-too-many', message: expect.stringContaining('超过 6 行') },
  })
})

test('one tenant sees nothing of another', async () => {
  const west = id<TenantId>('west')
  await house.keep(manyRatings(1))
  await house.keep(manyRatings(3), west)
  const { records } = await house.open()
  const count = askedFor('SELECT count(*) AS n FROM ratings', ['ratings'])
  const counted = await Promise.all(
    [house.tenantId, west, id<TenantId>('north')].map(async (one) => records.query(one, count)),
  )
  expect(counted.map((one) => one.ok && one.value.rows)).toEqual([[[1]], [[3]], [[0]]])
})

test('many queries at once are all answered, each with its own tables', async () => {
  await house.keep(manyRatings(5))
  const { records } = await house.open()
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, at) =>
      records.query(
        house.tenantId,
        askedFor(
          `SELECT c.center_id, r.record_id FROM ratings AS r CROSS JOIN centers AS c WHERE r.record_id = 'P1'`,
          ['ratings'],
          {
            centers: [id(`c${at}`)],
          },
        ),
      ),
    ),
  )
  expect(answers.map((one) => one.ok && one.value.rows)).toEqual(
    Array.from({ length: 12 }, (_, at) => [[`c${at}`, 'P1']]),
  )
})

test('each query has the tables that it asked for, whatever the one before it had or came to', async () => {
  const { records } = await house.open()
  const days = async (from: string, to: string, maxRows = 100) => {
    const asked = { from: plainDate(from), to: plainDate(to), maxRows, centers: [id<CenterId>(from), id<CenterId>(to)] }
    const sql =
      'SELECT c.center_id, d.day FROM days AS d CROSS JOIN centers AS c WHERE d.day = CAST(c.center_id AS DATE)'
    const answered = await records.query(house.tenantId, askedFor(sql, [], asked))
    return answered.ok ? answered.value.rows.map(([, day]) => day) : answered.refusal.code
  }
  expect(await days('2021-04-01', '2021-04-03')).toEqual(['2021-04-01', '2021-04-03'])
  expect(await days('2021-05-01', '2021-05-03')).toEqual(['2021-05-01', '2021-05-03'])
  expect(await days('2021-05-01', '2021-05-04', 1)).toBe('query-too-many')
  expect(await days('2021-05-01', '2021-05-03')).toEqual(['2021-05-01', '2021-05-03'])
  expect(await days('2021-04-01', '2021-04-03')).toEqual(['2021-04-01', '2021-04-03'])
})

test('a new list of files is seen by the next query, and the one that runs ends on the old', async () => {
  await house.keep(manyRatings(2))
  const { records } = await house.open()
  const count = askedFor('SELECT count(*) AS n FROM ratings', ['ratings'], { mayBeKept: true })
  expect(await records.query(house.tenantId, count)).toMatchObject({ value: { rows: [[2]] } })
  await house.keep(manyRatings(5))
  expect(await records.query(house.tenantId, count)).toMatchObject({ value: { rows: [[5]] } })
})

test('a turned byte is a damaged store, never another answer', async () => {
  const files = await house.keep(manyRatings(40))
  const [file] = files
  if (!file) throw new Error('no file')
  const sound = readFileSync(file.path)
  const { records } = await house.open()
  const all = askedFor('SELECT record_id, satisfaction, rated_at FROM ratings', ['ratings'])
  for (let at = 0; at < sound.length; at += 211) {
    const turned = Buffer.from(sound)
    turned[at] = (turned[at] ?? 0) ^ 0x10
    writeFileSync(file.path, turned)
    expect(await records.query(house.tenantId, all)).toMatchObject({
      ok: false,
      refusal: { code: 'store-corrupted', message: expect.stringContaining(file.path) },
    })
  }
  writeFileSync(file.path, sound)
  expect(await records.query(house.tenantId, all)).toMatchObject({ ok: true })
})

test('damage to a data set that is not read keeps nobody from the others', async () => {
  const files = await house.keep({
    ...manyRatings(3),
    articles: [{ center_id: 'a', title: '甲', submitted_on: '2021-03-01' }],
  })
  const article = files.find(({ dataSet }) => dataSet === 'articles')
  if (!article) throw new Error('no file')
  rmSync(article.path)
  expect(await answer('SELECT count(*) AS n FROM ratings', ['ratings', 'articles'])).toMatchObject({ ok: true })
  expect(await answer('SELECT count(*) AS n FROM articles', ['ratings', 'articles'])).toMatchObject({
    ok: false,
    refusal: { code: 'store-corrupted', message: expect.stringContaining('没有这个文件') },
  })
})

test('a file that was exchanged for another one is found, whatever its date says', async () => {
  const [first, second] = await house.keep(manyRatings(8))
  if (!first || !second) throw new Error('no files')
  const { records } = await house.open()
  const count = askedFor('SELECT count(*) AS n FROM ratings', ['ratings'], { mayBeKept: true })
  expect(await records.query(house.tenantId, count)).toMatchObject({ ok: true })
  expect(await records.query(house.tenantId, count)).toMatchObject({ ok: true, value: { isKept: true } })
  const time = new Date('2021-01-01T00:00:00Z')
  copyFileSync(second.path, first.path)
  utimesSync(first.path, time, time)
  expect(await records.query(house.tenantId, count)).toMatchObject({ ok: false, refusal: { code: 'store-corrupted' } })
})
