import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorFile } from '../../app/ports/record-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { orNull } from '../evidence/durable-files.ts'
import { ERRORS_FILE } from './importing/keep-refused.ts'
import type { RecordRoom } from './record-room.ts'

/** The error file of a refused import; null where there is none, or no longer. */
export async function refusedErrors(
  { catalog, folders }: RecordRoom,
  tenantId: TenantId,
  importId: string,
): Promise<Stored<ErrorFile | null>> {
  const refused = await catalog.refused(tenantId)
  if (!refused.ok) return refused
  if (refused.value.every((one) => one.importId !== importId)) return accepted(null)
  const path = join(folders.refused(tenantId, importId), ERRORS_FILE)
  const found = await orNull(stat(path))
  return accepted(found && { bytes: found.size, content: contentOf(path) })
}

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}
