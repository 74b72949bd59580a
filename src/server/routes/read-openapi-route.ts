import { ROUTES } from '../../api/routes.ts'
import { readOpenapi } from '../../api/routes/read-openapi.ts'
import { openapiOf } from '../openapi.ts'
import { answer, route } from '../route.ts'

export const readOpenapiRoute = route(readOpenapi, async () => answer({ ...openapiOf(ROUTES) }))
