import { expect, test } from 'vitest'
import { DATA_SETS, dataSet } from '../../core/records/data-sets.ts'
import { storedColumns } from '../records/stored-columns.ts'
import { clickColumns, clickTables } from './click-schema.ts'
import { isSpread, shardOf } from './click-shards.ts'

test.each(DATA_SETS)('the columns of $name are those of its files, in their order', (set) => {
  expect(clickColumns(set).map(({ name, type }) => ({ name, type }))).toEqual(storedColumns(set))
})

test.each<[column: string, type: string]>([
  ['record_id', 'String'],
  ['rated_at', `DateTime('UTC')`],
  ['rated_at_seconds', 'Int64'],
  ['rated_at_start_day', 'Nullable(Int32)'],
  ['satisfaction_rank', 'Nullable(Int32)'],
  ['words', 'Nullable(String)'],
  ['verified_at', `Nullable(DateTime('UTC'))`],
  ['version', 'Int32'],
])('%s of a rating is a %s', (column, type) => {
  expect(clickColumns(dataSet('ratings')).find(({ name }) => name === column)?.clickType).toBe(type)
})

test('a shard with replicas has tables that agree, under one path each', () => {
  const [first = '', replaced = ''] = clickTables('/mingheng')
  expect(first).toContain(`ReplicatedMergeTree('/mingheng/{shard}/service_cases', '{replica}') PARTITION BY month`)
  expect(replaced).toContain(`ReplicatedMergeTree('/mingheng/{shard}/service_cases_replaced', '{replica}') ORDER BY`)
  expect(clickTables(null)).toHaveLength(2 * DATA_SETS.length)
})

test.each<[center: string, ofTwo: number, ofFive: number]>([
  ['xiayang', 1, 0],
  ['yingpu', 0, 4],
  ['夏阳街道', 1, 1],
])('records of %s lie where they always did', (center, ofTwo, ofFive) => {
  expect([shardOf(center, 2), shardOf(center, 5)]).toEqual([ofTwo, ofFive])
})

test('centers are spread evenly', () => {
  const counts = [0, 0, 0, 0]
  for (let at = 0; at < 4_000; at += 1)
    counts[shardOf(`center-${at}`, 4)] = (counts[shardOf(`center-${at}`, 4)] ?? 0) + 1
  for (const count of counts) expect(count).toBeGreaterThan(900)
})

test('what all centers share lies on every shard', () => {
  expect(DATA_SETS.filter((set) => !isSpread(set)).map(({ name }) => name)).toEqual(['required_items', 'guide_papers'])
})
