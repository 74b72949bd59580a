import { expect } from 'vitest'
import type { QueryAnswer, RecordStore } from '../../src/app/ports/record-store.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import { askedFor } from '../fixtures/kept-records.ts'
import { laterFile, LATER_COLUMNS, LATER_PROFILE } from '../fixtures/next-edition.ts'
import { asked, digestOf, here, imported, lineOf, rating, ratingsFile, stampOf, UNWATCHED } from './record-samples.ts'
import { valued } from './valued.ts'

const MAY = { 评价时间: '2021-05-03 10:00:00' }
const SENT = { 短信编号: 'S7', 邀请时间: '2021-03-01 08:00:00', 首评: '4' }

/** Before a set has more fields: what an earlier version leaves. */
export const BEFORE = [rating('R1'), rating('R2', { 中心: '盈浦街道', 评价时间: '2021-04-02 10:00:00' })]

export async function laterAnswer(records: RecordStore): Promise<QueryAnswer['rows']> {
  const columns = ['record_id', ...LATER_COLUMNS]
  const names = columns.map((name) => (name === 'asked_at' ? 'CAST(asked_at AS DATE) AS asked_on' : name))
  return askedOf(records, `SELECT ${names.join(', ')} FROM ratings`)
}

async function askedOf(records: RecordStore, sql: string): Promise<QueryAnswer['rows']> {
  const centers = ['xiayang', 'yingpu'].map((center) => id<CenterId>(center))
  return (await valued(records.query(here, askedFor(sql, ['ratings'], { centers })))).rows
}

const NOTHING = LATER_COLUMNS.map(() => null)

/** Of a store that held `BEFORE` under the edition of before, and has all fields now. Answers what it holds in the end. */
export async function keepsOldAndNew(records: RecordStore, before: string): Promise<string> {
  expect(await digestOf(records)).toBe(before)
  expect(await laterAnswer(records)).toEqual([
    ['R1', ...NOTHING],
    ['R2', ...NOTHING],
  ])
  expect(
    await askedOf(records, 'SELECT center_id, COUNT(sms_number) AS n, COUNT(*) AS m FROM ratings GROUP BY center_id'),
  ).toEqual([
    ['xiayang', 0, 1],
    ['yingpu', 0, 1],
  ])
  const [old] = await valued(records.versions(here, 'ratings', 'city/R1'))
  expect(old).toMatchObject({ ...Object.fromEntries(LATER_COLUMNS.map((name) => [name, null])), version: 1 })

  const file = laterFile([rating('R3', { ...MAY, ...SENT }), rating('R1', SENT)])
  expect(await imported(records, file, { profile: LATER_PROFILE })).toMatchObject({ added: 1, corrected: 1 })
  const rows = await laterAnswer(records)
  expect(rows.map(([record, sms, , first, , , rank]) => [record, sms, first, rank])).toEqual([
    ['R1', 'S7', 'dissatisfied', 2],
    ['R2', null, null, null],
    ['R3', 'S7', 'dissatisfied', 2],
  ])
  const versions = await valued(records.versions(here, 'ratings', 'city/R1'))
  expect(versions.map(({ version, sms_number: sms }) => [version, sms])).toEqual([
    [1, null],
    [2, 'S7'],
  ])
  await valued(records.recount(here, lineOf('later', ['2021-01-04']), stampOf().at, UNWATCHED))
  const after = await laterAnswer(records)
  expect(after.map(([record, sms, on, , day]) => [record, sms, on, Number(day)])).toEqual([
    ['R1', 'S7', '2021-03-01', Number(rows[0]?.[4]) - 1],
    ['R2', null, null, 0],
    ['R3', 'S7', '2021-03-01', Number(rows[0]?.[4]) - 1],
  ])
  return digestOf(records)
}

/** The version of before, over what the next one left: it answers, and takes nothing in that would lose what it does not know. */
export async function losesNothing(records: RecordStore): Promise<void> {
  const line = lineOf('later', ['2021-01-04'])
  expect(await askedOf(records, 'SELECT record_id, version FROM ratings')).toEqual([
    ['R1', 2],
    ['R2', 1],
    ['R3', 1],
  ])
  const held = await digestOf(records)
  const into = async (number: string, changed: Parameters<typeof rating>[1]) =>
    records.importFile(here, asked(ratingsFile([rating(number, changed)]), { line }), stampOf(), UNWATCHED)
  expect(await into('R4', {})).toMatchObject({ refusal: { code: 'records-newer' } })
  expect(await into('R1', { 次数: '3' })).toMatchObject({ refusal: { code: 'records-newer' } })
  expect(await digestOf(records)).toBe(held)
  expect(await into('R5', { 评价时间: '2021-06-02 10:00:00' })).toMatchObject({ value: { kind: 'imported' } })
  expect(await into('R6', { 评价时间: '2021-04-02 10:00:00' })).toMatchObject({ value: { kind: 'imported' } })
}
