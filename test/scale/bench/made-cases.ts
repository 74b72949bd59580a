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
const MONTHS = Array.from({ length: 12 }, (_, at) => `2021-${String(at + 1).padStart(2, '0')}`)

export function centersOf(): readonly string[] {
  return Array.from({ length: CENTERS }, (_, at) => `c${at}`)
}

/** Rounds of one case a center, evenly over the year: that many cases, or a few more. */
function roundsOf(cases: number): number {
  return Math.ceil(cases / CENTERS)
}

export function casesMade(cases: number): number {
  return roundsOf(cases) * CENTERS
}

/** What both engines write alike; `n` is the number of the case, `s` its second of the year. Texts are as long as they are in life. */
const SAME = [
  ['source', `'unified-acceptance'`],
  ['version', '1'],
  ['record_id', `concat('3101182021', CAST(100000000 + n AS String))`],
  ['center_id', `concat('c', CAST(n % ${CENTERS} AS String))`],
  ['item_id', `concat('i', CAST(n % 211 AS String))`],
  ['item_name', `concat('社会保险参保登记之', CAST(n % 211 AS String))`],
  ['counter_id', `concat('w', CAST(n % 17 AS String))`],
  ['staff_id', `concat('s', CAST(n % 97 AS String))`],
  ['channel', `CASE WHEN n % 3 = 0 THEN 'online' ELSE 'counter' END`],
  ['case_type', `CASE WHEN n % 7 = 0 THEN 'promised' ELSE 'instant' END`],
  ['status', `CASE WHEN n % 11 = 0 THEN 'in-progress' ELSE 'completed' END`],
  [
    'receipt_no',
    `CASE WHEN n % 50021 = 0 THEN NULL ELSE concat('R', CAST(10000000 + (n * 7919) % 89999999 AS String)) END`,
  ],
  ['login_method', `CASE WHEN n % 50033 = 0 THEN 'manual' ELSE 'id-card' END`],
  ['applicant_id_number', `concat('3101181980', CAST(10000000 + (n * 104729) % 89999999 AS String))`],
  ['responded_at_stop_day', `CASE WHEN n % 50047 = 0 THEN 400 ELSE 0 END`],
  ['submitted_at_seconds', `${START - 28_800} + s`],
] as const

export interface MadeCases {
  readonly database: string
  readonly tenantId: TenantId
  readonly cases: number
}

/** A month at a time, two at once: each is of one partition. Until nothing is merged any more, as a shard is found at night. */
export async function fillShards(doors: readonly ClickDoor[], made: MadeCases): Promise<void> {
  const left = MONTHS.flatMap((_, month) => doors.map((door, shard) => ({ door, month, shard })))
  const work = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const settings = { max_memory_usage: 4_000_000_000 }
      done(await one.door.command(insertOf(made, one.month, one.shard, doors.length), { ...made, settings }))
    }
  }
  await Promise.all([work(), work()])
  for (const door of doors)
    for (;;) {
      const [merging] = done(await door.ask('SELECT count() FROM system.merges', made)).rows
      if (Number(merging?.[0]) === 0) break
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
}

function insertOf({ tenantId, cases }: MadeCases, month: number, shard: number, shards: number): string {
  // In the order in which a table keeps them: then nothing need be sorted.
  const own = centersOf()
    .filter((center) => shardOf(center, shards) === shard)
    .toSorted()
    .map((center) => Number(center.slice(1)))
  const rounds = roundsOf(cases)
  const [from, to] = [month, month + 1].map((at) =>
    Math.ceil(((Date.UTC(2021, at) / 1_000 - START) * rounds) / SECONDS),
  )
  if (from === undefined || to === undefined) throw new Error('a month begins and ends')
  const columns: readonly (readonly [string, string])[] = [
    ['tenant_id', `'${tenantId}'`],
    ['batch', `'${MONTHS[month]}'`],
    ['month', `'${MONTHS[month]}'`],
    ['submitted_at', `toDateTime(${START} + s, 'UTC')`],
    ['responded_at', `toDateTime(${START + 600} + s + n % 600, 'UTC')`],
    ['submitted_at_start_day', 'intDiv(s, 86400)'],
    ...SAME,
  ]
  return `INSERT INTO service_cases (${columns.map(([name]) => name).join(', ')})
    SELECT ${columns.map(([, value]) => value).join(', ')} FROM (
      SELECT r * ${CENTERS} + [${own.join(', ')}][intDiv(number, ${to - from}) + 1] AS n,
        intDiv(r * ${SECONDS}, ${rounds}) AS s, number % ${to - from} + ${from} AS r
      FROM (SELECT number FROM system.numbers LIMIT ${(to - from) * own.length}))`
}

/** One Parquet file, and `service_cases` over it. */
export async function fillDuckDb(connection: DuckDBConnection, file: string, cases: number): Promise<void> {
  const given = new Map<string, string>([
    ['month', `strftime(stood, '%Y-%m')`],
    ['submitted_at', 'stood'],
    ['responded_at', 'stood + to_seconds(600 + n % 600)'],
    ['submitted_at_start_day', 's // 86400'],
    ...SAME,
  ])
  const columns = storedColumns(dataSet('service_cases')).map(
    ({ name, type }) => `CAST(${given.get(name) ?? 'NULL'} AS ${type}) AS ${name}`,
  )
  const rounds = roundsOf(cases)
  await connection.run(`COPY (SELECT ${columns.join(', ')} FROM (
      SELECT n, s, make_timestamp((${START} + s) * 1000000) AS stood
      FROM (SELECT range AS n, (range // ${CENTERS}) * ${SECONDS} // ${rounds} AS s FROM range(${rounds * CENTERS}))))
    TO '${file}' (FORMAT parquet, COMPRESSION zstd)`)
  await connection.run(`CREATE VIEW service_cases AS SELECT *, source || '/' || record_id AS record_key,
    'service_cases/' || source || '/' || record_id || '@' || version AS record_ref FROM '${file}'`)
}
