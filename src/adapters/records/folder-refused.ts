import { createReadStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accepted } from '../../core/kernel/outcome.ts'
import { makeFolder, orNull, readWhole, syncFolder } from '../evidence/durable-files.ts'
import type { RecordFolders } from './record-files.ts'
import { ABOUT_FILE, ERRORS_FILE, ROWS_FILE, type RefusedPlace } from './refused-place.ts'

/** Refused imports in the records' own folder. What the disk refuses is thrown, for `unlessDiskFails`. */
export function folderRefused(folders: RecordFolders): RefusedPlace {
  return {
    keep: async (tenantId, importId, draft) => {
      const place = folders.refused(tenantId, importId)
      await makeFolder(dirname(place))
      await rename(draft, place)
      await syncFolder(dirname(place))
      return accepted(join(place, ERRORS_FILE))
    },
    errors: async (tenantId, importId) => {
      const path = join(folders.refused(tenantId, importId), ERRORS_FILE)
      const found = await orNull(stat(path))
      return accepted(found && { bytes: found.size, content: contentOf(path) })
    },
    about: async (tenantId, importId) =>
      accepted(await readWhole(join(folders.refused(tenantId, importId), ABOUT_FILE))),
    rows: async (tenantId, importId) => {
      const path = join(folders.refused(tenantId, importId), ROWS_FILE)
      return accepted((await orNull(stat(path))) && path)
    },
    remove: async (tenantId, importId) => {
      await rm(folders.refused(tenantId, importId), { recursive: true, force: true })
      return accepted(null)
    },
    // Whoever opens the folder alone sweeps it as a whole.
    tidy: async () => accepted(null),
  }
}

async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}
