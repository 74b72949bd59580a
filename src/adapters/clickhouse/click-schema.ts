/**
 * The tables of a shard: one a data set for the records that hold, and one for versions that imports replaced. Rows come in
 * batches: a batch is what one import made of one month, and only batches that the catalog lists are ever read.
 */
import type { DataSet } from '../../core/records/data-set.ts'
import { DATA_SETS, findField } from '../../core/records/data-sets.ts'
import { derivedColumns } from '../../core/records/derived-columns.ts'
import { storedColumns, type StoredColumn } from '../records/stored-columns.ts'

/** Before the columns of a data set in each of its tables. */
export const BATCH_COLUMNS = ['tenant_id', 'batch'] as const

export type BatchPart = 'current' | 'superseded'

/** `ratings`, `ratings_replaced` */
export function clickTable(set: DataSet, part: BatchPart): string {
  return part === 'current' ? set.name : `${set.name}_replaced`
}

export interface ClickColumn extends StoredColumn {
  readonly clickType: string
}

/** The columns of a data set as a shard has them, in the order of `storedColumns`. */
export function clickColumns(set: DataSet): readonly ClickColumn[] {
  return storedColumns(set).map((column) => {
    const type = TYPES[column.type]
    return { ...column, clickType: isAlwaysThere(set, column.name) ? type : `Nullable(${type})` }
  })
}

/** `replicaPath`: where a shard has several replicas, the path in ZooKeeper under which its tables agree; else null. */
export function clickTables(replicaPath: string | null): readonly string[] {
  return namedTables(replicaPath).map(({ sql }) => sql)
}

export interface NamedTable {
  readonly name: string
  readonly columns: readonly NamedColumn[]
  /** That makes it where it is missing. */
  readonly sql: string
}

export interface NamedColumn {
  readonly name: string
  /** As a server says it. */
  readonly type: string
}

export function namedTables(replicaPath: string | null): readonly NamedTable[] {
  return DATA_SETS.flatMap((set) =>
    (['current', 'superseded'] as const).map((part) => {
      const columns: readonly NamedColumn[] = [
        ...BATCH_COLUMNS.map((name) => ({ name, type: 'String' })),
        ...clickColumns(set).map(({ name, clickType }) => ({ name, type: clickType })),
      ]
      const listed = columns.map(({ name, type }) => `\`${name}\` ${type}`)
      const table = clickTable(set, part)
      const engine =
        replicaPath === null ? 'MergeTree' : `ReplicatedMergeTree('${replicaPath}/{shard}/${table}', '{replica}')`
      // Versions that were replaced are read one record at a time, out of many months.
      const order =
        part === 'current'
          ? `PARTITION BY month ORDER BY (${['tenant_id', 'batch', ...ownKey(set)].join(', ')})`
          : 'ORDER BY (tenant_id, batch, source, record_id)'
      const sql = `CREATE TABLE IF NOT EXISTS ${table} (${listed.join(', ')})
        ENGINE = ${engine} ${order}`
      return { name: table, columns, sql }
    }),
  )
}

/** What detections group and join by first. */
function ownKey(set: DataSet): readonly string[] {
  return [...(findField(set, 'center_id') === null ? [] : ['center_id']), set.recordedOn, 'record_id']
}

/** What every record has. A required code may have no rank, a day may lie outside the line, and fields came later than records. */
function isAlwaysThere(set: DataSet, name: string): boolean {
  const derived = derivedColumns(set).find((column) => column.name === name)
  if (derived !== undefined) return derived.derivation === 'seconds' && isRequired(set, derived.field)
  return COMMON.has(name) || isRequired(set, name)
}

function isRequired(set: DataSet, name: string): boolean {
  const field = findField(set, name)
  return field?.isRequired === true && field.since === 1
}

const COMMON: ReadonlySet<string> = new Set(['source', 'version', 'month'])

/** Times are kept as they stand on the clock in the center: UTC, so that no server's zone moves them. */
const TYPES: Readonly<Record<StoredColumn['type'], string>> = {
  VARCHAR: 'String',
  DATE: 'Date',
  TIMESTAMP: `DateTime('UTC')`,
  INTEGER: 'Int32',
  BIGINT: 'Int64',
}

/** Of `Date` and `DateTime`, which take what lies outside for another day without a word. Zero is none in old versions. */
export const CLICK_DAYS = { from: '1970-01-02', to: '2105-12-31' } as const
