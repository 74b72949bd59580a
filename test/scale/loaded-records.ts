import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { clickShard, openClickShard, type ClickShard } from '../../src/adapters/clickhouse/click-cluster.ts'
import type { ClickDoor } from '../../src/adapters/clickhouse/click-door.ts'
import type { ClickAnswer } from '../../src/adapters/clickhouse/click-fault.ts'
import { clickQueries } from '../../src/adapters/clickhouse/click-query.ts'
import type { ClickBatch, ClickQueryLimits } from '../../src/adapters/clickhouse/click-room.ts'
import { clickColumns } from '../../src/adapters/clickhouse/click-schema.ts'
import { isSpread, shardOf } from '../../src/adapters/clickhouse/click-shards.ts'
import { prepareShards } from '../../src/adapters/clickhouse/prepare-shards.ts'
import type { RecordQueries } from '../../src/adapters/records/record-query.ts'
import { accepted } from '../../src/core/kernel/outcome.ts'
import type { TenantId } from '../../src/core/kernel/identifiers.ts'
import type { DataSet } from '../../src/core/records/data-set.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import type { TestTable } from '../detections/tables.ts'
import { valueOf } from '../fixtures/people-house.ts'

/** A cluster of its own database whose records a test puts there itself, and the queries over it. */
export interface LoadedRecords {
  readonly queries: RecordQueries
  /** Makes these rows the current records of districts that had none. */
  readonly load: (districts: ReadonlyMap<TenantId, readonly TestTable[]>) => Promise<void>
  /** What was fetched from shards, because they could not answer for themselves. */
  readonly fetched: () => string[]
  readonly leave: () => Promise<void>
}

export async function loadedRecords(
  bare: readonly ClickShard[],
  database: string,
  limits: Partial<ClickQueryLimits> = {},
): Promise<LoadedRecords> {
  const fetched: string[] = []
  const watched = (door: ClickDoor): ClickDoor => ({
    ...door,
    download: async (sql, how) => {
      fetched.push(sql)
      return door.download(sql, how)
    },
  })
  const shards = bare.map(({ replicas }) => clickShard(replicas.map(watched)))
  valueOf(await prepareShards({ shards, database }))
  const work = mkdtempSync(join(tmpdir(), 'mingheng-click-'))
  const held = new Map<TenantId, ClickBatch[]>()
  const batches = async (tenantId: TenantId) => accepted(held.get(tenantId) ?? [])
  const queries = clickQueries(
    { shards, database, batches, work },
    { memoryMegabytes: 400, threads: 1, seconds: 60, ...limits },
  )
  return {
    queries,
    fetched: () => fetched,
    load: async (districts) => {
      for (const set of DATA_SETS) {
        const rows = [...districts].flatMap(([tenantId, tables]) => rowsOf(tenantId, set, tables))
        const counts = await insertRows(shards, database, set, rows)
        for (const [tenantId, batch, records] of counts)
          held.set(tenantId, [...(held.get(tenantId) ?? []), { dataSet: set.name, batch, records }])
      }
    },
    leave: async () => {
      queries.close()
      rmSync(work, { recursive: true, force: true })
      for (const door of shards.flatMap(({ replicas }) => replicas)) {
        const names = await door.ask('SELECT name FROM system.databases', { database: '' })
        if (names.ok)
          for (const [name] of names.value.rows)
            if (String(name).startsWith(database)) await door.command(`DROP DATABASE ${name}`, { database: '' })
        await door.close()
      }
    },
  }
}

/** Each by the addresses of its replicas, with `|` between. */
export function shardsAt(addresses: readonly string[]): readonly ClickShard[] {
  return addresses.map((address) =>
    openClickShard({ urls: address.split('|'), user: 'default', password: '', database: '' }),
  )
}

export function done<Value>(answer: ClickAnswer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
  return answer.value
}

/** A row as its table has it: the district and the batch first. */
type Row = Readonly<Record<string, string | number | null>> & { readonly tenant_id: TenantId; readonly batch: string }

function rowsOf(tenantId: TenantId, set: DataSet, tables: readonly TestTable[]): readonly Row[] {
  const table = tables.find(({ name }) => name === set.name)
  return (table?.rows ?? []).map((row): Row => {
    const named = Object.fromEntries(table?.columns.map(({ name }, at) => [name, row[at] ?? null]) ?? [])
    return { ...named, tenant_id: tenantId, batch: `${set.name} ${named['month']}` }
  })
}

/** All of them at once on each shard; how many of each batch went where. */
async function insertRows(
  shards: readonly ClickShard[],
  database: string,
  set: DataSet,
  rows: readonly Row[],
): Promise<readonly (readonly [TenantId, batch: string, records: readonly number[]])[]> {
  const columns = ['tenant_id', 'batch', ...clickColumns(set).map(({ name }) => name)]
  const counts = new Map<string, readonly [TenantId, string, number[]]>()
  for (const [shard, { replicas }] of shards.entries()) {
    const own = rows.filter((row) => !isSpread(set) || shardOf(String(row['center_id']), shards.length) === shard)
    for (const { tenant_id: tenantId, batch } of own) {
      const of = counts.get(`${tenantId} ${batch}`) ?? [tenantId, batch, shards.map(() => 0)]
      of[2][shard] = (of[2][shard] ?? 0) + 1
      counts.set(`${tenantId} ${batch}`, of)
    }
    const lines = own.map((row) => columns.map((name) => row[name] ?? null))
    const [first, ...others] = replicas
    if (lines.length > 0 && first) done(await first.insert(set.name, columns, lines, { database }))
    for (const other of others) done(await other.command(`SYSTEM SYNC REPLICA ${database}.${set.name}`))
  }
  return [...counts.values()]
}
