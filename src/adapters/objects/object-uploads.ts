import { rm } from 'node:fs/promises'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { fileSource } from '../evidence/byte-source.ts'
import type { ArrivedContent, DueTenants, UploadPlace } from '../evidence/evidence-place.ts'
import { fetchParts, type FetchedParts } from './fetch-parts.ts'
import { objectsIn, type ObjectBucket } from './object-bucket.ts'
import { sealedKey } from './object-blobs.ts'
import { isMissing } from './object-fault.ts'
import { partsPrefix } from './object-place.ts'
import { partObjects } from './part-objects.ts'
import type { UploadRegister } from './upload-register.ts'

export interface ObjectPlaceParts {
  readonly bucket: ObjectBucket
  readonly register: UploadRegister
  /** Of this machine, for what must be read as a file; nothing in it is missed. */
  readonly workFolder: string
}

/** Uploads of a tenant whose parts are objects, in any number of processes at once. */
export function objectUploads(
  { bucket, register, workFolder }: ObjectPlaceParts,
  tenantId: TenantId,
  prefix: string,
): UploadPlace {
  const uploads = partsPrefix(prefix)
  const found = (id: UploadId) => register.find(tenantId, id)
  /** The register first: parts that it does not know are swept, so what cannot be removed now hinders nobody. */
  const settle = async (id: UploadId) => {
    const parts = await register.parts(tenantId, id)
    await register.settle(tenantId, id)
    for (const { key } of parts) await bucket.remove(key).catch(() => undefined)
  }
  return {
    declaration: async (id) => (await found(id))?.declared ?? null,
    create: (id, declared, most) => register.create(tenantId, id, declared, most),
    held: async (id) => (await found(id))?.held ?? null,
    end: async (id) => (await found(id))?.end ?? null,
    writeEnd: (id, end) => register.writeEnd(tenantId, id, end),
    writer: async (id, offset) => partObjects(bucket, register, { tenantId, id, prefix: uploads }, offset),
    arrived: async (id) => {
      const fetched = await fetchedUpload(bucket, register, tenantId, id, workFolder)
      return fetched === null ? null : arrivedObjects(bucket, prefix, fetched, () => settle(id))
    },
    begunBefore: (time) => register.begunBefore(tenantId, time),
    remove: async (id) => {
      const keys = new Set((await register.parts(tenantId, id)).map(({ key }) => key))
      // With parts that do not count: nobody would look for them once the register has forgotten the upload.
      for await (const { key } of objectsIn(bucket, `${uploads}${id}/`)) keys.add(key)
      // The content goes first: an interrupted removal is made again.
      for (const key of keys) await bucket.remove(key)
      await register.remove(tenantId, id)
    },
    tidy: (before) => removeStrays(bucket, register, tenantId, uploads, before),
  }
}

/** Asked of all tenants at once. */
export function dueByRegister(register: UploadRegister): DueTenants {
  return async (tenants, before) => {
    const due = await register.dueTenants(before)
    return tenants.filter((tenantId) => due.has(tenantId))
  }
}

/** Null where another process has sealed or removed it, before or meanwhile. */
export async function fetchedUpload(
  bucket: ObjectBucket,
  register: UploadRegister,
  tenantId: TenantId,
  id: UploadId,
  workFolder: string,
): Promise<FetchedParts | null> {
  const isHeld = async () => ((await register.find(tenantId, id))?.held ?? null) !== null
  if (!(await isHeld())) return null
  try {
    return await fetchParts(bucket, await register.parts(tenantId, id), workFolder)
  } catch (error) {
    if (isMissing(error) && !(await isHeld())) return null
    throw error
  }
}

async function arrivedObjects(
  bucket: ObjectBucket,
  prefix: string,
  { path, handle, bytes, digest, md5 }: FetchedParts,
  settle: () => Promise<void>,
): Promise<ArrivedContent> {
  // Open, and without a name: it is gone with the process, whenever that ends.
  await rm(path, { force: true })
  return {
    digest,
    source: fileSource(handle, bytes),
    seal: async (file) => {
      const body = handle.createReadStream({ start: 0, autoClose: false })
      await bucket.put(await sealedKey(bucket, prefix, file), { body, bytes, sha256: digest, md5 })
      await settle()
    },
    discard: settle,
    close: () => handle.close(),
  }
}

/** Parts that no upload counts: of a process that was killed between writing one and having it taken. */
async function removeStrays(
  bucket: ObjectBucket,
  register: UploadRegister,
  tenantId: TenantId,
  uploads: string,
  before: Timestamp,
): Promise<void> {
  const time = new Date(before)
  for await (const { key, at } of objectsIn(bucket, uploads)) {
    if (at >= time) continue
    const known = await register.parts(tenantId, key.slice(uploads.length).split('/')[0] as UploadId)
    if (!known.some((part) => part.key === key)) await bucket.remove(key)
  }
}
