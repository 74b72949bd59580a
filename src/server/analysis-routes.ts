/** The routes of analyses with what is done. `server-routes.ts` takes them in. */
import type { Route } from './route.ts'
import { readWhatIfDocumentRoute } from './routes/read-what-if-document-route.ts'
import { whatIfRoute } from './routes/what-if-route.ts'

export const SERVED_ANALYSES: readonly Route[] = [readWhatIfDocumentRoute, whatIfRoute]
