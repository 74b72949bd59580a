import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { RecordStore } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import type { RecordRoom } from '../record-room.ts'
import { withDuckDb } from '../with-duckdb.ts'
import { unlessImportFails } from './import-faults.ts'
import { recount } from './recount.ts'
import { removeUnlisted } from './remove-unlisted.ts'

/** Without an import. Nothing changes where the line is the one that the records were counted with. */
export function recountHeld(room: RecordRoom): RecordStore['recount'] {
  const { catalog, folders, memoryMegabytes } = room
  return (tenantId, line, at, watch) =>
    room.inTurn(tenantId, () =>
      unlessImportFails({ root: folders.root, memoryMegabytes, signal: watch.signal }, async () => {
        const held = await catalog.line(tenantId)
        if (!held.ok) return held
        if (held.value === null || held.value.version === line.version) return accepted(null)
        const made = new Set<string>()
        try {
          const counted = await withDuckDb(room, (duckDb, folder) =>
            recount({ room, tenantId, duckDb, folder, made, watch }, line),
          )
          if (!counted.ok) return counted
          if (watch.signal?.aborted === true) return refusedRecords('import-stopped')
          const recounted = counted.value.pairs
          return await catalog.commit(tenantId, {
            report: null,
            at,
            gone: [],
            come: [],
            recounted,
            line,
            corrects: null,
          })
        } finally {
          await removeUnlisted(room, tenantId, made)
        }
      }),
    )
}
