import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { RecordStore } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import type { RecordRoom } from '../record-room.ts'
import { unlessImportFails } from './import-faults.ts'
import { recount } from './recount.ts'

/** Without an import. Nothing changes where the line counts every held day as before and is known already. */
export function recountHeld(room: RecordRoom): RecordStore['recount'] {
  const { catalog, folders, memoryMegabytes } = room
  return (tenantId, line, at, watch) =>
    room.inTurn(tenantId, () =>
      unlessImportFails({ root: folders.root, memoryMegabytes, signal: watch.signal }, async () => {
        const held = catalog.line(tenantId)
        if (held === null || held.version === line.version) return accepted(null)
        const folder = join(folders.work, `recount_${process.pid}_${(recounts += 1)}`)
        await mkdir(folder, { recursive: true })
        try {
          const counted = await recount({ room, tenantId, folder, watch }, line)
          if (!counted.ok) return counted
          if (watch.signal?.aborted === true) return refusedRecords('import-stopped')
          const recounted = counted.value.pairs
          catalog.commit(tenantId, { report: null, at, gone: [], come: [], recounted, line, corrects: null })
          return accepted(null)
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      }),
    )
}

let recounts = 0
