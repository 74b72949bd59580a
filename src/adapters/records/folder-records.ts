import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { FolderRecords } from '../../app/ports/folder-records.ts'
import { accepted } from '../../core/kernel/outcome.ts'

/** The engine is loaded where records are asked for: most commands never need it, and it takes a while. */
export function folderRecords(memoryMegabytes: number): FolderRecords {
  return {
    open: async (folder, make) => {
      const catalogFile = join(folder, 'records.sqlite')
      if (!make && !existsSync(catalogFile)) return accepted(null)
      const { openRecordStore } = await import('./open-record-store.ts')
      return openRecordStore({
        folder: join(folder, 'records'),
        catalogFile,
        memoryMegabytes,
        threads: availableParallelism(),
      })
    },
  }
}
