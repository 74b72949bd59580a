/** Every contract with what is done; a test compares this list with `src/api/routes.ts`. */
import type { Route } from './route.ts'
import { readHealthRoute } from './routes/read-health-route.ts'
import { readOpenapiRoute } from './routes/read-openapi-route.ts'

export const SERVER_ROUTES: readonly Route[] = [readHealthRoute, readOpenapiRoute]
