import { join } from 'node:path'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { makeFolder } from '../evidence/durable-files.ts'
import type { Catalog } from './catalog.ts'
import type { RecordFolders } from './record-files.ts'
import { storeLock, type StoreLock } from './store-lock.ts'
import { sweepStore } from './sweep-store.ts'

/** Sweeps the folder if nobody else has it open, and answers the lock that says that somebody has. */
export async function enterFolder(folders: RecordFolders, catalog: Catalog): Promise<Stored<StoreLock>> {
  await makeFolder(folders.root)
  const lock = storeLock(join(folders.root, '.lock'))
  try {
    const swept = await lock.ifAlone(() => sweepStore(catalog, folders))
    if (swept !== null && !swept.ok) {
      lock.close()
      return swept
    }
    lock.enter()
    await makeFolder(folders.work)
    return accepted(lock)
  } catch (error) {
    lock.close()
    throw error
  }
}
