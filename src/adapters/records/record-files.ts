import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { tenantName } from '../files/tenant-name.ts'

/** Where one immutable Parquet file lies, named by the SHA-256 of its bytes. */
export interface FilePlace {
  readonly dataSet: DataSetName
  /** `current`: the records of one month that hold. `superseded`: versions that one import replaced. */
  readonly part: 'current' | 'superseded'
  /** Empty where `part` is `superseded`. */
  readonly month: string
  readonly digest: string
}

export interface RecordFile extends FilePlace {
  readonly bytes: number
  readonly records: number
  readonly sources: readonly SourceSpan[]
  /** Where the records lie on shards; null where the file itself is what holds them. */
  readonly batch: Batch | null
}

/** The rows of one file on the shards: they bear this id, which is never given again, and each shard has so many of them. */
export interface Batch {
  readonly id: string
  readonly spread: readonly number[]
}

/** A file whose records are those of another, with other numbers for some of their days. */
export interface Recounted {
  readonly from: RecordFile
  readonly to: RecordFile
}

/** The records of one source in a file, and between which ids they lie, in the order of their UTF-8 bytes. */
export interface SourceSpan {
  readonly source: string
  readonly records: number
  readonly first: string
  readonly last: string
}

/** Beside the folders of data sets. */
export const INCOMING = 'incoming'

/** Where a store's files lie. Names of tenants that are no plain words are digests. */
export interface RecordFolders {
  readonly root: string
  /** What a running import writes before it is moved to its place; emptied when the store is opened. */
  readonly work: string
  readonly tenant: (tenantId: TenantId) => string
  /** Of a refused import: its error file, and what of its rows a correction needs. */
  readonly refused: (tenantId: TenantId, importId: string) => string
  readonly file: (tenantId: TenantId, file: FilePlace) => string
}

/** What an import's id may be, no name need be. */
export function refusedName(importId: string): string {
  return createHash('sha256').update(importId).digest('hex')
}

export function recordFolders(root: string): RecordFolders {
  const tenant = (tenantId: TenantId) => join(root, tenantName(tenantId))
  return {
    root,
    work: join(root, '.work'),
    tenant,
    refused: (tenantId, importId) => join(tenant(tenantId), INCOMING, refusedName(importId)),
    file: (tenantId, { dataSet, part, month, digest }) =>
      join(tenant(tenantId), dataSet, part === 'current' ? month : 'superseded', `${digest}.parquet`),
  }
}
