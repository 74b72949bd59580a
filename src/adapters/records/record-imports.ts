import type { RecordStore } from '../../app/ports/record-store.ts'
import { holdings } from './holdings.ts'
import { distinctValues } from './importing/distinct-values.ts'
import { importFile } from './importing/import-file.ts'
import { unlessImportFails } from './importing/import-faults.ts'
import { previewFile } from './importing/preview-file.ts'
import { recountHeld } from './importing/recount-held.ts'
import { lookAtFile } from './incoming/look-at-file.ts'
import { recordVersions } from './read-versions.ts'
import type { RecordRoom } from './record-room.ts'
import { refusedErrors } from './refused-errors.ts'
import { dueTenants, sweepTenant } from './sweep-store.ts'

/** Everything of the port that is not a query. */
export function recordImports(room: RecordRoom): Omit<RecordStore, 'query' | 'close'> {
  const { catalog, folders, memoryMegabytes, inTurn } = room
  const place = { root: folders.root, memoryMegabytes, signal: null }
  return {
    look: ({ path: file, fileName }) => lookAtFile(file, fileName),
    distinct: distinctValues(room),
    preview: previewFile(room),
    importFile: importFile(room),
    imports: (tenantId) => catalog.imports(tenantId),
    errors: (tenantId, importId) => unlessImportFails(place, () => refusedErrors(room, tenantId, importId)),
    dueTenants: (tenants, before) => unlessImportFails(place, () => dueTenants(room, tenants, before)),
    sweep: (tenantId, before) =>
      inTurn(tenantId, () => unlessImportFails(place, () => sweepTenant(room, tenantId, before))),
    recount: recountHeld(room),
    ...recordVersions(room),
    holdings: (tenantId) => holdings(catalog, tenantId),
  }
}
