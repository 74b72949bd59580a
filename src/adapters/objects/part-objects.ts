import { randomUUID } from 'node:crypto'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { PartWriter } from '../evidence/evidence-place.ts'
import { inMemory, type ObjectBucket } from './object-bucket.ts'
import type { UploadRegister } from './upload-register.ts'

/** So much is held in memory for each upload that is being taken, and lost with the process: it was not acknowledged yet. */
export const PART_BYTES = 8 * 1024 * 1024

/**
 * Takes what comes as objects of at most `PART_BYTES` under names that nobody else gives; each counts once the register has
 * taken it behind the offset. One that it does not take was overtaken, and goes.
 */
export function partObjects(
  bucket: ObjectBucket,
  register: UploadRegister,
  { tenantId, id, prefix }: { readonly tenantId: TenantId; readonly id: UploadId; readonly prefix: string },
  start: number,
): PartWriter {
  let offset = start
  let waiting: Uint8Array[] = []
  let bytes = 0
  const flush = async (): Promise<boolean> => {
    if (bytes === 0) return true
    const content = inMemory(Buffer.concat(waiting))
    const key = `${prefix}${id}/${String(offset).padStart(12, '0')}.${randomUUID()}`
    await bucket.put(key, content)
    const isTaken = await register.take(tenantId, id, { offset, bytes: content.bytes, key, sha256: content.sha256 })
    // What cannot be removed now is swept later.
    if (!isTaken) await bucket.remove(key).catch(() => undefined)
    offset += content.bytes
    waiting = []
    bytes = 0
    return isTaken
  }
  return {
    write: async (piece) => {
      waiting.push(Uint8Array.from(piece))
      bytes += piece.length
      return bytes < PART_BYTES || flush()
    },
    keep: flush,
    close: async () => undefined,
  }
}
