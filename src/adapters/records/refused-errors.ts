import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorFile } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { orNull } from '../evidence/durable-files.ts'
import { ERRORS_FILE } from './importing/keep-refused.ts'
import type { RecordRoom } from './record-room.ts'

/** The error file of a refused import; null where there is none, or no longer. */
export async function refusedErrors(
  { catalog, folders }: RecordRoom,
  tenantId: TenantId,
  importId: string,
): Promise<ErrorFile | null> {
  if (catalog.refused(tenantId).every((refused) => refused.importId !== importId)) return null
  const path = join(folders.refused(tenantId, importId), ERRORS_FILE)
  const found = await orNull(stat(path))
  return found && { bytes: found.size, content: contentOf(path) }
}

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}
