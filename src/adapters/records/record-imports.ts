import { accepted } from '../../core/kernel/outcome.ts'
import type { RecordStore } from '../../app/ports/record-store.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { holdings } from './holdings.ts'
import type { RecordRoom } from './record-room.ts'

/** Everything of the port that is not a query. */
export function recordImports({ catalog }: RecordRoom): Omit<RecordStore, 'query' | 'close'> {
  const { path } = catalog.database
  const soon = async (): Promise<never> => {
    throw new Error(`no imports yet into ${path}`)
  }
  return {
    look: soon,
    preview: soon,
    importFile: soon,
    imports: async (tenantId) => guarded(path, () => catalog.imports(tenantId)),
    errors: async () => accepted(null),
    sweep: async () => accepted(0),
    versions: soon,
    record: async () => accepted(null),
    holdings: async (tenantId) => guarded(path, () => holdings(catalog, tenantId)),
  }
}
