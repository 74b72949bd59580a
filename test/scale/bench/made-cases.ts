import type { DuckDBConnection } from '@duckdb/node-api'
import type { ClickDoor } from '../../../src/adapters/clickhouse/click-door.ts'
import { shardOf } from '../../../src/adapters/clickhouse/click-shards.ts'
import type { TenantId } from '../../../src/core/kernel/identifiers.ts'
import { dataSet } from '../../../src/core/records/data-sets.ts'
import { storedColumns } from '../../../src/adapters/records/stored-columns.ts'
import { done } from '../loaded-records.ts'

/** Cases of a year, made by each engine of their numbers alone, so that a hundred million need no file between them. */
const CENTERS = 220
const SECONDS = 31_536_000
/** Of 2021-01-01, as if it stood on a clock in UTC. */
const START = 1_609_459_200

export function centersOf(): readonly string[] {
  return Array.from({ length: CENTERS }, (_, at) => `c${at}`)
}

/** What both engines write alike; `n` is the number of the case, `s` its second of the year. */
const SAME = [
  ['version', '1'],
  ['item_id', `'i1'`],
  ['channel', `CASE WHEN n % 3 = 0 THEN 'online' ELSE 'counter' END`],
  ['case_type', `CASE WHEN n % 7 = 0 THEN 'promised' ELSE 'instant' END`],
  ['status', `CASE WHEN n % 11 = 0 THEN 'in-progress' ELSE 'completed' END`],
  ['receipt_no', `CASE WHEN n % 50021 = 0 THEN NULL ELSE 'r' END`],
  ['login_method', `CASE WHEN n % 50033 = 0 THEN 'manual' ELSE 'id-card' END`],
  ['responded_at_stop_day', `CASE WHEN n % 50047 = 0 THEN 400 ELSE 0 END`],
] as const

export async function fillShard(
  door: ClickDoor,
  made: {
    readonly database: string
    readonly tenantId: TenantId
    readonly cases: number
    readonly shard: number
    readonly shards: number
  },
): Promise<void> {
  const { database, tenantId, cases, shard, shards } = made
  const own = centersOf().flatMap((center, at) => (shardOf(center, shards) === shard ? [at] : []))
  const columns: readonly (readonly [string, string])[] = [
    ['tenant_id', `'${tenantId}'`],
    ['batch', `concat('b', m)`],
    ['source', `'sys'`],
    ['month', 'm'],
    ['record_id', `toString(n)`],
    ['center_id', `concat('c', toString(n % ${CENTERS}))`],
    ['counter_id', `concat('w', toString(n % 17))`],
    ['submitted_at', `toDateTime(${START} + s, 'UTC')`],
    ['submitted_at_start_day', 'intDiv(s, 86400)'],
    ['submitted_at_seconds', `${START - 28_800} + s`],
    ...SAME,
  ]
  const sql = `INSERT INTO service_cases (${columns.map(([name]) => name).join(', ')})
    SELECT ${columns.map(([, value]) => value).join(', ')} FROM (
      SELECT number AS n, (number * 7919) % ${SECONDS} AS s,
        substring(toString(toDate(toDateTime(${START} + (number * 7919) % ${SECONDS}, 'UTC'), 'UTC')), 1, 7) AS m
      FROM system.numbers WHERE number % ${CENTERS} IN (${own.join(', ')}) LIMIT ${ofCenters(cases, own)})`
  done(await door.command(sql, { database, settings: { max_memory_usage: 4_000_000_000 } }))
}

/** How many of the first `cases` numbers belong to these centers. */
function ofCenters(cases: number, centers: readonly number[]): number {
  const rest = cases % CENTERS
  return centers.length * Math.floor(cases / CENTERS) + centers.filter((center) => center < rest).length
}

/** Parquet in one folder, and `service_cases` over it. */
export async function fillDuckDb(connection: DuckDBConnection, folder: string, cases: number): Promise<void> {
  const given = new Map<string, string>([
    ['source', `'sys'`],
    ['month', `strftime(stood, '%Y-%m')`],
    ['record_id', 'CAST(n AS VARCHAR)'],
    ['center_id', `'c' || n % ${CENTERS}`],
    ['counter_id', `'w' || n % 17`],
    ['submitted_at', 'stood'],
    ['submitted_at_start_day', 's // 86400'],
    ['submitted_at_seconds', `${START - 28_800} + s`],
    ...SAME,
  ])
  const columns = storedColumns(dataSet('service_cases')).map(
    ({ name, type }) => `CAST(${given.get(name) ?? 'NULL'} AS ${type}) AS ${name}`,
  )
  await connection.run(`COPY (SELECT ${columns.join(', ')} FROM (
      SELECT n, s, make_timestamp((${START} + s) * 1000000) AS stood
      FROM (SELECT range AS n, (range * 7919) % ${SECONDS} AS s FROM range(${cases}))))
    TO '${folder}.parquet' (FORMAT parquet, COMPRESSION zstd)`)
  await connection.run(`CREATE VIEW service_cases AS SELECT *, source || '/' || record_id AS record_key,
    'service_cases/' || source || '/' || record_id || '@' || version AS record_ref FROM '${folder}.parquet'`)
}
