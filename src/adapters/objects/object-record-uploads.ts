import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import type { RecordUploads } from '../../app/ports/record-uploads.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { dueInFolders } from '../evidence/due-in-folders.ts'
import { orNull } from '../evidence/durable-files.ts'
import { tenantName } from '../files/tenant-name.ts'
import { placedRecordUploads, type RecordUploadLimits } from '../record-uploads/placed-record-uploads.ts'
import type { RecordFilePlace } from '../record-uploads/record-place.ts'
import { withObjects } from './object-fault.ts'
import { tenantPrefix } from './object-place.ts'
import { dueByRegister, fetchedUpload, objectUploads, type ObjectPlaceParts } from './object-uploads.ts'

/**
 * Record files in a bucket, as parts below `TENANT/records/uploads`. The node that imports one fetches it into its work folder,
 * where it stays until the file is removed from the bucket.
 */
export function objectRecordUploads(parts: ObjectPlaceParts, limits: RecordUploadLimits): RecordUploads {
  return placedRecordUploads(
    {
      uploads: (tenantId) => objectRecordFiles(parts, tenantId),
      dueTenants: async (tenants, before) => {
        // What another node has removed may lie here.
        const copied = await dueInFolders(tenants, (one) => namesIn(copiesOf(parts, one)))
        return [...new Set([...(await dueByRegister(parts.register)(tenants, before)), ...copied])]
      },
      guard: withObjects,
    },
    limits,
  )
}

function copiesOf({ workFolder }: ObjectPlaceParts, tenantId: TenantId): string {
  return join(workFolder, tenantName(tenantId))
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await orNull(readdir(folder))) ?? []
}

function objectRecordFiles(parts: ObjectPlaceParts, tenantId: TenantId): RecordFilePlace {
  const { bucket, register } = parts
  const folder = copiesOf(parts, tenantId)
  const uploads = objectUploads(parts, tenantId, tenantPrefix(tenantId, 'records'))
  const pathOf = (id: UploadId, digest: Digest) => join(folder, `${id}.${digest}`)
  /** Fetches it into the name that says what it is: whoever finds it there finds it whole. */
  const fetch = async (id: UploadId): Promise<Digest | null> => {
    const fetched = await fetchedUpload(bucket, register, tenantId, id, folder)
    if (fetched === null) return null
    await fetched.handle.close()
    await rename(fetched.path, pathOf(id, fetched.digest))
    return fetched.digest
  }
  const forget = async (id: UploadId) => {
    for (const name of await namesIn(folder))
      if (name.startsWith(`${id}.`)) await rm(join(folder, name), { force: true })
  }
  return {
    ...uploads,
    digested: fetch,
    whole: async (id) => (await register.find(tenantId, id))?.whole ?? null,
    keepWhole: (id, digest) => register.keepWhole(tenantId, id, digest),
    locate: async (id, digest) => {
      const path = pathOf(id, digest)
      if ((await orNull(stat(path))) !== null) return path
      return (await fetch(id)) === digest ? path : null
    },
    remove: async (id) => {
      await uploads.remove(id)
      await forget(id)
    },
    tidy: async (before) => {
      await uploads.tidy(before)
      for (const name of await namesIn(folder)) {
        const id = name.split('.')[0] as UploadId
        const isOld = (await stat(join(folder, name))).mtime < new Date(before)
        if (name.endsWith('.fetched') ? isOld : (await register.find(tenantId, id)) === null) await forget(id)
      }
    },
  }
}
