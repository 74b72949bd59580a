import type { Catalog } from './catalog.ts'
import type { DuckDbSession } from './duckdb-session.ts'
import type { RecordFolders } from './record-files.ts'

/** What the parts of a record store share. */
export interface RecordRoom {
  readonly catalog: Catalog
  readonly folders: RecordFolders
  /** For imports: it may read files anywhere. */
  readonly duckDb: DuckDbSession
  /** How many of its threads work at once. */
  readonly threads: number
  readonly memoryMegabytes: number
}
