import { readHealth } from '../../api/routes/read-health.ts'
import { answer, route } from '../route.ts'

export const readHealthRoute = route(readHealth, async () => answer({ status: 'ok' }))
