import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted, refused } from '../../core/kernel/outcome.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { refusedName } from '../records/record-files.ts'
import { ABOUT_FILE, ERRORS_FILE, ROWS_FILE, type RefusedPlace } from '../records/refused-place.ts'
import { objectsIn, type ObjectBucket } from './object-bucket.ts'
import { storeFaultOf } from './object-fault.ts'
import { tenantPrefix } from './object-place.ts'

/**
 * Refused imports in a bucket, below `TENANT/records/refused`: any node hands out the error file and takes what was corrected.
 * Nothing of them stays on a machine.
 */
export function objectRefused(bucket: ObjectBucket): RefusedPlace {
  const shelfOf = (tenantId: TenantId) => `${tenantPrefix(tenantId, 'records')}refused/`
  const folderOf = (tenantId: TenantId, importId: string) => `${shelfOf(tenantId)}${refusedName(importId)}/`
  const find = async (key: string) => {
    const bytes = await bucket.bytesOf(key)
    return bytes === null ? null : { bytes, content: bucket.read(key, { start: 0, end: bytes }) }
  }
  return {
    keep: (tenantId, importId, draft) =>
      stored(async () => {
        const folder = folderOf(tenantId, importId)
        for (const name of [ROWS_FILE, ERRORS_FILE, ABOUT_FILE])
          await putFile(bucket, `${folder}${name}`, join(draft, name))
        await rm(draft, { recursive: true })
        return `${bucket.place}/${folder}${ERRORS_FILE}`
      }),
    errors: (tenantId, importId) => stored(() => find(`${folderOf(tenantId, importId)}${ERRORS_FILE}`)),
    about: (tenantId, importId) =>
      stored(async () => {
        const found = await find(`${folderOf(tenantId, importId)}${ABOUT_FILE}`)
        if (found === null) return null
        const pieces = []
        for await (const piece of found.content) pieces.push(piece)
        return Buffer.concat(pieces).toString()
      }),
    rows: (tenantId, importId, folder) =>
      stored(async () => {
        const found = await find(`${folderOf(tenantId, importId)}${ROWS_FILE}`)
        if (found === null) return null
        const path = join(folder, `fetched-${ROWS_FILE}`)
        await pipeline(Readable.from(found.content), createWriteStream(path))
        return path
      }),
    remove: (tenantId, importId) =>
      stored(async () => {
        for (const name of [ABOUT_FILE, ERRORS_FILE, ROWS_FILE])
          await bucket.remove(`${folderOf(tenantId, importId)}${name}`)
        return null
      }),
    tidy: (tenantId, known, before) =>
      stored(async () => {
        const shelf = shelfOf(tenantId)
        const names = new Set(known.map(refusedName))
        const time = new Date(before)
        for await (const { key, at } of objectsIn(bucket, shelf))
          if (at < time && !names.has(key.slice(shelf.length).split('/')[0] ?? '')) await bucket.remove(key)
        return null
      }),
  }
}

async function putFile(bucket: ObjectBucket, key: string, path: string): Promise<void> {
  const { digest: sha256, bytes } = await digestFile(path)
  await bucket.put(key, { body: createReadStream(path), bytes, sha256, md5: null })
}

/** What the bucket does is answered; what the disk of this machine does is thrown on, for who works there. */
async function stored<Value>(act: () => Promise<Value>): Promise<Stored<Value>> {
  try {
    return accepted(await act())
  } catch (error) {
    const fault = storeFaultOf(error)
    if (fault === null) throw error
    return refused(fault.code, fault.message)
  }
}
