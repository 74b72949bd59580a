import type { Kept } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Catalog } from './catalog.ts'
import type { MonthShelf } from './month-shelf.ts'
import type { RecordFolders } from './record-files.ts'
import type { RefusedPlace } from './refused-place.ts'

/** What the parts of a record store share. */
export interface RecordRoom {
  readonly catalog: Catalog
  readonly folders: RecordFolders
  readonly shelf: MonthShelf
  readonly refused: RefusedPlace
  /** How many threads one piece of work may take. */
  readonly threads: number
  readonly memoryMegabytes: number
  /** One after another for each tenant, and while no other program changes the records. */
  readonly inTurn: <Value>(tenantId: TenantId, act: () => Promise<Kept<Value>>) => Promise<Kept<Value>>
}
