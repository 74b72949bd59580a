import { join } from 'node:path'
import { objectBucket, type BucketOptions } from '../adapters/objects/object-bucket.ts'
import { objectEvidence } from '../adapters/objects/object-evidence.ts'
import { objectRecordUploads } from '../adapters/objects/object-record-uploads.ts'
import { objectRefused } from '../adapters/objects/object-refused.ts'
import { sqlReservedEvidence } from '../adapters/objects/sql-reserved-evidence.ts'
import { sqlUploadRegister } from '../adapters/objects/upload-register.ts'
import type { EvidenceLimits } from '../app/ports/evidence-kind.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import type { RecordUploadLimits } from '../adapters/record-uploads/placed-record-uploads.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import type { FileStores, OfficeStores, Opening } from './stores.ts'

/**
 * What people hand in, in a bucket. Nothing is asked of it yet: a server starts without it, and says so where it is asked
 * whether it is ready. How uploads stand is counted in the office's database.
 */
export async function openObjectFiles(
  configuration: Configuration & { readonly objectStoreUrl: string },
  { uploadTables }: Pick<OfficeStores, 'uploadTables'>,
  limits: { readonly evidence: EvidenceLimits; readonly records: RecordUploadLimits },
  open: Opening,
): Promise<Stored<FileStores>> {
  const tables = await uploadTables()
  if (!tables.ok) return tables
  const bucket = open.keep(objectBucket(bucketOptions(configuration)))
  const parts = (shelf: 'evidence' | 'records') => ({
    bucket,
    register: sqlUploadRegister(tables.value, shelf),
    workFolder: join(configuration.dataFolder, 'fetched', shelf),
  })
  return accepted({
    evidence: objectEvidence(parts('evidence'), limits.evidence),
    reservedEvidence: sqlReservedEvidence(tables.value),
    recordUploads: objectRecordUploads(parts('records'), limits.records),
    refusedImports: objectRefused(bucket),
    isBucket: true,
  })
}

export function bucketOptions(configuration: Configuration & { readonly objectStoreUrl: string }): BucketOptions {
  return {
    url: configuration.objectStoreUrl,
    region: configuration.objectStoreRegion,
    bucket: configuration.objectStoreBucket,
    keyId: configuration.objectStoreKey,
    secret: configuration.objectStoreSecret,
    style: configuration.objectStoreStyle,
  }
}
