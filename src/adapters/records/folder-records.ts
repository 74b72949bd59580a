import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { FolderRecords } from '../../app/ports/folder-records.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'

const RECORDS = 'records'

const CATALOG = 'records.sqlite'

/** The engine is loaded where records are asked for: most commands never need it, and it takes a while. */
export function folderRecords(memoryMegabytes: number): FolderRecords {
  return {
    open: async (folder, make) => {
      const catalogFile = join(folder, CATALOG)
      if (!make && !existsSync(catalogFile)) return accepted(null)
      const made = await attempted(folder, () => mkdir(folder, { recursive: true }))
      if (!made.ok) return made
      const { openRecordStore } = await import('./open-record-store.ts')
      const threads = availableParallelism()
      return openRecordStore({ folder: join(folder, RECORDS), catalogFile, memoryMegabytes, threads })
    },
    clear: (folder) =>
      attempted(folder, async () => {
        for (const name of [RECORDS, CATALOG, `${CATALOG}-wal`, `${CATALOG}-shm`])
          await rm(join(folder, name), { recursive: true, force: true })
      }),
  }
}

async function attempted(folder: string, deed: () => Promise<unknown>): Promise<Stored<null>> {
  try {
    await deed()
    return accepted(null)
  } catch (error) {
    return storeFault('store-unreachable', folder, error instanceof Error ? error.message : '')
  }
}
