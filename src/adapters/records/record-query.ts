import type { RecordStore } from '../../app/ports/record-store.ts'
import type { RecordRoom } from './record-room.ts'

/** Runs one SELECT over a tenant's current records and nothing else. */
export function recordQuery({ catalog }: RecordRoom): RecordStore['query'] {
  return async (tenantId, { dataSets }) => {
    throw new Error(`no query yet: ${dataSets.join()} of ${catalog.files(tenantId).length} files`)
  }
}
