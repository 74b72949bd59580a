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
        const after = await catalog.count(tenantId)
        if (!after.ok) return after
        const made = new Set<string>()
        try {
          const counted = await withDuckDb(room, async (duckDb, folder) => {
            const place = { room, tenantId, duckDb, folder, made, watch }
            const found = await recount(place, line)
            if (!found.ok) return found
            const { pairs } = found.value
            const put = await room.shelf.put(
              place,
              pairs.map(({ to }) => to),
              at,
            )
            return put.ok ? accepted(pairs.map(({ from, to }, n) => ({ from, to: put.value[n] ?? to }))) : put
          })
          if (!counted.ok) return counted
          if (watch.signal?.aborted === true) return refusedRecords('import-stopped')
          const recounted = counted.value
          return await catalog.commit(tenantId, {
            report: null,
            at,
            gone: [],
            come: [],
            recounted,
            line,
            corrects: null,
            after: after.value,
          })
        } finally {
          await removeUnlisted(room, tenantId, made)
        }
      }),
    )
}
