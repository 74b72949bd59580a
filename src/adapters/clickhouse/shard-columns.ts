/**
 * Whether the tables of a server have the columns that this version knows. Those that an earlier one made lack what came since: it
 * is added by whoever needs it first, also by several nodes at once, and rows of before are empty in it. What a newer version added
 * is passed over: whoever writes or reads names columns.
 */
import { setTimeout } from 'node:timers/promises'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import type { ClickCluster } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { shardRefusal } from './click-fault.ts'
import { clickTable, namedTables, type NamedColumn, type NamedTable } from './click-schema.ts'
import { clickText } from './click-text.ts'

export interface TableLook {
  readonly table: string
  /** That can be added, each after another: a replica that is made anew has to have them in the same order. */
  readonly missing: readonly (NamedColumn & { readonly after: string })[]
  /** That this version does not know, and that rows need not fill. */
  readonly newer: readonly string[]
  /** What must not be, and how it is mended; null where nothing is. */
  readonly wrong: string | null
}

/** Of the tables that are there, without changing any. */
export async function lookAtColumns(
  replica: ClickDoor,
  database: string,
  tables: readonly NamedTable[],
  signal: AbortSignal | null,
): Promise<Kept<readonly TableLook[]>> {
  const only = tables.length === 1 ? ` AND table = ${clickText(tables[0]?.name ?? '')}` : ''
  const answer = await replica.ask(
    `SELECT table, name, type FROM system.columns WHERE database = ${clickText(database)}${only}`,
    { database: '', signal },
  )
  if (!answer.ok) return shardRefusal(answer.fault)
  const found = new Map<string, Map<string, string>>()
  for (const [table, name, type] of answer.value.rows) {
    const columns = found.get(String(table)) ?? new Map<string, string>()
    found.set(String(table), columns.set(String(name), String(type)))
  }
  return accepted(
    tables.flatMap((table) => {
      const there = found.get(table.name)
      return there === undefined ? [] : [compared(table, there)]
    }),
  )
}

function compared({ name: table, columns }: NamedTable, there: ReadonlyMap<string, string>): TableLook {
  const missing = columns.flatMap((column, at) => {
    const after = columns[at - 1]?.name ?? ''
    return there.has(column.name) ? [] : [{ ...column, after }]
  })
  const unknown = [...there].filter(([name]) => !columns.some((column) => column.name === name))
  const newer = unknown.filter(([, type]) => isNullable(type)).map(([name]) => name)
  const altered = columns.find(({ name, type }) => there.has(name) && there.get(name) !== type)
  const lost = missing.find(({ type }) => !isNullable(type))
  const filled = unknown.find(([, type]) => !isNullable(type))
  return { table, missing: missing.filter(({ type }) => isNullable(type)), newer, wrong: wrongOf() }

  function wrongOf(): string | null {
    if (lost) return `没有列“${lost.name}”，每条记录都要有它，补不上：请从备份恢复这张表，或删去它再重新导入`
    if (altered)
      return `列“${altered.name}”应是 ${altered.type}，却是 ${there.get(altered.name)}：请 ALTER TABLE ${table} MODIFY COLUMN ${altered.name} ${altered.type}`
    if (filled)
      return `列“${filled[0]}”（${filled[1]}）不是明衡的，又不可空：请改成 Nullable，或 ALTER TABLE ${table} DROP COLUMN ${filled[0]}`
    return null
  }
}

function isNullable(type: string): boolean {
  return type.startsWith('Nullable(')
}

/** Of one data set, before its rows are read. */
export async function readyColumns(
  replica: ClickDoor,
  database: string,
  set: DataSet,
  part: Parameters<typeof clickTable>[1],
  signal: AbortSignal | null,
): Promise<Kept<TableLook | null>> {
  const tables = namedTables(null).filter(({ name }) => name === clickTable(set, part))
  const ready = await withColumns(replica, database, tables, signal)
  return ready.ok ? accepted(ready.value[0] ?? null) : ready
}

/** Adds what is missing in the tables that are there. Refused where something cannot be as this version needs it. */
export async function withColumns(
  replica: ClickDoor,
  database: string,
  tables: readonly NamedTable[],
  signal: AbortSignal | null,
): Promise<Kept<readonly TableLook[]>> {
  const looks = await lookAtColumns(replica, database, tables, signal)
  if (!looks.ok) return looks
  for (const { table, wrong } of looks.value)
    if (wrong !== null) return refusedRecords('shard-columns-wrong', replica.place, `${database}.${table}`, wrong)
  for (const look of looks.value) {
    const widened = look.missing.length === 0 ? accepted(null) : await widen(replica, database, look, signal)
    if (!widened.ok) return widened
  }
  return looks
}

/** Of a node that starts: those that answer at once. Where one does not, or cannot, whoever needs it is told. */
export async function widenShards({ shards, database }: ClickCluster): Promise<void> {
  const signal = AbortSignal.timeout(START_MS)
  await Promise.all(
    shards.map(async ({ replicas }) => {
      for (const replica of replicas) await withColumns(replica, database, namedTables(null), signal)
    }),
  )
}

const START_MS = 5_000

/**
 * Another node may add the same at the same time, and replicas tell each other: whatever an old server says then, the columns are
 * there, or come. It says "unfinished", too, where another replica is down: that one adds them when it is back.
 */
async function widen(
  replica: ClickDoor,
  database: string,
  { table, missing }: TableLook,
  signal: AbortSignal | null,
): Promise<Kept<null>> {
  const columns = missing.map(({ name, type, after }) => `ADD COLUMN \`${name}\` ${type} AFTER \`${after}\``)
  const added = await replica.command(`ALTER TABLE ${database}.${table} ${columns.join(', ')}`, {
    database: '',
    signal,
  })
  if (added.ok) return accepted(null)
  const refusal = shardRefusal(added.fault)
  if (refusal.refusal.code !== 'shard-refused') return refusal
  const own = namedTables(null).filter(({ name }) => name === table)
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const now = await lookAtColumns(replica, database, own, signal)
    if (!now.ok) return now
    if (now.value[0]?.missing.length === 0) return accepted(null)
    await setTimeout(POLL_MS)
  }
  return refusal
}

const PATIENCE_MS = 10_000
const POLL_MS = 100
