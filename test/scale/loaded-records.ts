import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { openClickDoor, type ClickDoor } from '../../src/adapters/clickhouse/click-door.ts'
import type { ClickAnswer } from '../../src/adapters/clickhouse/click-fault.ts'
import { clickQueries } from '../../src/adapters/clickhouse/click-query.ts'
import type { ClickBatch, ClickQueryLimits } from '../../src/adapters/clickhouse/click-room.ts'
import { clickColumns, clickTables } from '../../src/adapters/clickhouse/click-schema.ts'
import { isSpread, shardOf } from '../../src/adapters/clickhouse/click-shards.ts'
import type { RecordQueries } from '../../src/adapters/records/record-query.ts'
import { accepted } from '../../src/core/kernel/outcome.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import type { DataSet } from '../../src/core/records/data-set.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import type { TestTable } from '../detections/tables.ts'

/** A cluster of its own database whose records a test puts there itself, and the queries over it. */
export interface LoadedRecords {
  readonly tenantId: TenantId
  readonly doors: readonly ClickDoor[]
  readonly database: string
  readonly queries: RecordQueries
  /** Makes exactly these rows the current records of each data set. */
  readonly load: (tables: readonly TestTable[]) => Promise<void>
  readonly batches: () => readonly ClickBatch[]
  readonly leave: () => Promise<void>
}

export async function loadedRecords(
  doors: readonly ClickDoor[],
  database: string,
  limits: Partial<ClickQueryLimits> = {},
): Promise<LoadedRecords> {
  for (const door of doors) {
    done(await door.command(`CREATE DATABASE IF NOT EXISTS ${database}`, { database: '' }))
    for (const table of clickTables(null)) done(await door.command(table, { database }))
  }
  const work = mkdtempSync(join(tmpdir(), 'mingheng-click-'))
  const held = new Map<string, { readonly rows: string; readonly batches: readonly ClickBatch[] }>()
  const batches = () => [...held.values()].flatMap((one) => one.batches)
  const room = { doors, database, batches: async () => accepted(batches()), work }
  const queries = clickQueries(room, { memoryMegabytes: 400, threads: 1, seconds: 60, ...limits })
  let made = 0
  return {
    tenantId: id('east'),
    doors,
    database,
    queries,
    batches,
    load: async (tables) => {
      for (const set of DATA_SETS) {
        const table = tables.find(({ name }) => name === set.name)
        const rows = JSON.stringify(table?.rows ?? [])
        if (held.get(set.name)?.rows === rows) continue
        const own: ClickBatch[] = []
        for (const month of months(table)) own.push(await insertMonth(doors, database, set, month, `b${(made += 1)}`))
        held.set(set.name, { rows, batches: own })
      }
    },
    leave: async () => {
      queries.close()
      rmSync(work, { recursive: true, force: true })
      for (const door of doors) {
        const names = await door.ask('SELECT name FROM system.databases', { database: '' })
        if (names.ok)
          for (const [name] of names.value.rows)
            if (String(name).startsWith(database)) await door.command(`DROP DATABASE ${name}`, { database: '' })
        await door.close()
      }
    },
  }
}

/** The two shards that all files share. */
export function doorsTo(urls: readonly string[]): readonly ClickDoor[] {
  return urls.map((url) => openClickDoor({ urls: [url], user: 'default', password: '', database: '' }))
}

export function done<Value>(answer: ClickAnswer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
  return answer.value
}

type Row = Readonly<Record<string, string | number | null>>

function months(table: TestTable | undefined): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>()
  for (const row of table?.rows ?? []) {
    const named: Row = Object.fromEntries(table?.columns.map(({ name }, at) => [name, row[at] ?? null]) ?? [])
    const month = String(named['month'])
    groups.set(month, [...(groups.get(month) ?? []), named])
  }
  return [...groups.values()]
}

async function insertMonth(
  doors: readonly ClickDoor[],
  database: string,
  set: DataSet,
  rows: readonly Row[],
  batch: string,
): Promise<ClickBatch> {
  const columns = clickColumns(set).map(({ name }) => name)
  const records: number[] = []
  for (const [shard, door] of doors.entries()) {
    const own = rows.filter((row) => !isSpread(set) || shardOf(String(row['center_id']), doors.length) === shard)
    const lines = own.map((row) => ['east', batch, ...columns.map((name) => row[name] ?? null)])
    if (own.length > 0) done(await door.insert(set.name, ['tenant_id', 'batch', ...columns], lines, { database }))
    records.push(own.length)
  }
  return { dataSet: set.name, batch, records }
}
