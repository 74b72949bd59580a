import type { ErrorFile } from '../../app/ports/record-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** Names of what is kept of a refused import. */
export const ERRORS_FILE = 'errors.csv'
export const ROWS_FILE = 'rows.parquet'
export const ABOUT_FILE = 'about.json'

/** Where error files lie with what a correction is joined to: a folder of this machine, or what all nodes share. The catalog says which count. */
export interface RefusedPlace {
  /** Keeps the three files of a folder of this machine, which may be gone then; answers where the error file lies. */
  readonly keep: (tenantId: TenantId, importId: string, draft: string) => Promise<Stored<string>>
  readonly errors: (tenantId: TenantId, importId: string) => Promise<Stored<ErrorFile | null>>
  readonly about: (tenantId: TenantId, importId: string) => Promise<Stored<string | null>>
  /** The rows as a file of this machine, fetched into `folder` where they lie elsewhere; null where they are gone. */
  readonly rows: (tenantId: TenantId, importId: string, folder: string) => Promise<Stored<string | null>>
  /** No failure where there is nothing. */
  readonly remove: (tenantId: TenantId, importId: string) => Promise<Stored<null>>
  /** Removes what was kept before the time for imports that the catalog does not know: it could not be removed when they were corrected. */
  readonly tidy: (tenantId: TenantId, known: readonly string[], before: Timestamp) => Promise<Stored<null>>
}
