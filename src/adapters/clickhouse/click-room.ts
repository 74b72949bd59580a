import type { Kept } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { DataSet, DataSetName } from '../../core/records/data-set.ts'
import type { QueryLimits } from '../records/record-query.ts'
import type { ClickShard } from './click-cluster.ts'
import { isSpread } from './click-shards.ts'

/** What one import made of one month, and how many records of it each shard has; where they are not spread, each has all. */
export interface ClickBatch {
  readonly dataSet: DataSetName
  /** As the rows bear it. */
  readonly batch: string
  readonly records: readonly number[]
}

export interface ClickRoom {
  /** In the order by which centers are spread. */
  readonly shards: readonly ClickShard[]
  /** Where the tables of records lie, on every shard. */
  readonly database: string
  /** The batches that hold now. */
  readonly batches: (tenantId: TenantId) => Promise<Kept<readonly ClickBatch[]>>
  /** For what is fetched from the shards, and for what DuckDB spills. Made where it is missing. */
  readonly work: string
}

export interface ClickQueryLimits extends QueryLimits {
  /** What may be fetched of one query where the shards cannot answer it for themselves. */
  readonly fetchedMegabytes?: number
  /** The same in rows, of each shard. */
  readonly fetchedRows?: number
}

/** How many records of a data set these batches are, each counted once. */
export function recordsHeld(batches: readonly ClickBatch[], set: DataSet): number {
  const counts = batches.filter(({ dataSet }) => dataSet === set.name).map(({ records }) => records)
  return counts.flatMap((records) => (isSpread(set) ? records : records.slice(0, 1))).reduce((sum, one) => sum + one, 0)
}
