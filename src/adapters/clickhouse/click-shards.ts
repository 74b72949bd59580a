import { createHash } from 'node:crypto'
import type { DataSet } from '../../core/records/data-set.ts'
import { findField } from '../../core/records/data-sets.ts'

/**
 * On which of the shards the records of a center lie, from 0. It follows from the center's id and the number of shards alone,
 * so that every node and every version answers the same: what it answers is never changed.
 */
export function shardOf(centerId: string, shards: number): number {
  return createHash('sha256').update(centerId).digest().readUIntBE(0, 6) % shards
}

/** Sets that have a center are spread by it; what is the same for all centers lies whole on every shard. */
export function isSpread(set: DataSet): boolean {
  return findField(set, 'center_id') !== null
}
