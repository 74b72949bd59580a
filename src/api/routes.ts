/** Every route of the server, by its contract: the front door of this room. A route that is not here is not served. */
import type { Contract } from './contract.ts'
import { readHealth } from './routes/read-health.ts'
import { readOpenapi } from './routes/read-openapi.ts'

export const ROUTES: readonly Contract[] = [readHealth, readOpenapi]
