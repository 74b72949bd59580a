import { expect, test } from 'vitest'
import { plainDate } from '../kernel/plain-date.ts'
import { boundRecordsSql, boundSql } from './bind-parameters.ts'
import type { RunSetting } from './parameter-values.ts'
import { parseDetection } from './parse-detection.ts'

const HEADER = `-- 条款：1.1.1
-- 名称：名
-- 说明：无
-- 数据：openings
-- 形式：比率
-- 判断：< stars %
-- 参数：stars = 3 星 | 口径：无 | 问题 1.1/x：with = 3，without = 2
`

const setting: RunSetting = {
  periodFrom: plainDate('2021-01-01'),
  periodTo: plainDate('2021-12-31'),
  asOf: plainDate('2021-06-05'),
  asOfStartDay: 99,
  asOfStopDay: 100,
  readingOf: () => null,
}

function read(sql: string) {
  const parsed = parseDetection('some', `${HEADER}\n${sql}\n`)
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join('\n'))
  return parsed.detection
}

test.each<[title: string, sql: string, bound: string, change?: Partial<RunSetting>]>([
  ['numbers bare and days quoted', 'SELECT :stars, :as_of, :as_of_stop_day', "SELECT 3, '2021-06-05', 100"],
  ['the period', 'SELECT :period_from, :period_to', "SELECT '2021-01-01', '2021-12-31'"],
  ['the value of the reading that was chosen', 'SELECT :stars', 'SELECT 2', { readingOf: () => 'without' }],
  ['the parameter’s own where the reading has none', 'SELECT :stars', 'SELECT 3', { readingOf: () => 'other' }],
  ['no number makes a comment', 'SELECT 1-:as_of_start_day', 'SELECT 1-(-5)', { asOfStartDay: -5 }],
  [
    'texts and comments stay',
    "SELECT ':stars' -- :stars\n, /* :stars */ :stars",
    "SELECT ':stars' -- :stars\n, /* :stars */ 3",
  ],
  ['a longer name is another parameter', 'SELECT :as_of_start_day', 'SELECT 99'],
])('%s', (_title, sql, bound, change = {}) => expect(boundSql(read(sql), { ...setting, ...change })).toBe(bound))

test('the records behind a measure are asked for by its center and period', () => {
  const detection = read(
    'SELECT 1\n-- 明细\nSELECT 2 WHERE center_id = :center_id AND month = :period AND rank <= :stars',
  )
  expect(boundRecordsSql(detection, setting, { centerId: "o'a", period: '2021-03' })).toBe(
    "SELECT 2 WHERE center_id = 'o''a' AND month = '2021-03' AND rank <= 3",
  )
})

test('a detection without such a query has none', () =>
  expect(boundRecordsSql(read('SELECT 1'), setting, { centerId: 'a', period: '2021' })).toBeNull())

test('a parameter without a value is a bug', () =>
  expect(() => boundSql(read('SELECT :unknown'), setting)).toThrow(':unknown'))
