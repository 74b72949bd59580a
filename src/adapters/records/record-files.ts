import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { tenantName } from '../files/tenant-name.ts'

/** One immutable Parquet file, named by the SHA-256 of its bytes. `month` is empty where `part` is `superseded`. */
export interface RecordFile {
  readonly dataSet: DataSetName
  /** `current`: the records of one month that hold. `superseded`: versions that one import replaced. */
  readonly part: 'current' | 'superseded'
  readonly month: string
  readonly digest: string
  readonly bytes: number
  readonly records: number
  readonly sources: readonly SourceSpan[]
}

/** The records of one source in a file, and between which ids they lie, in the order of their UTF-8 bytes. */
export interface SourceSpan {
  readonly source: string
  readonly records: number
  readonly first: string
  readonly last: string
}

/** Where a store's files lie. Names of tenants that are no plain words are digests. */
export interface RecordFolders {
  readonly root: string
  /** What a running import writes before it is moved to its place; emptied when the store is opened. */
  readonly work: string
  readonly tenant: (tenantId: TenantId) => string
  /** Originals that wait for a correction, and error files. */
  readonly incoming: (tenantId: TenantId) => string
  readonly file: (tenantId: TenantId, file: Pick<RecordFile, 'dataSet' | 'part' | 'month' | 'digest'>) => string
}

export function recordFolders(root: string): RecordFolders {
  const tenant = (tenantId: TenantId) => join(root, tenantName(tenantId))
  return {
    root,
    work: join(root, '.work'),
    tenant,
    incoming: (tenantId) => join(tenant(tenantId), 'incoming'),
    file: (tenantId, { dataSet, part, month, digest }) =>
      join(tenant(tenantId), dataSet, part === 'current' ? month : 'superseded', `${digest}.parquet`),
  }
}
