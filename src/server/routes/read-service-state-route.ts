import { readServiceState } from '../../api/routes/read-service-state.ts'
import { refusedHere } from '../problems/http-refusals.ts'
import { answer, route } from '../route.ts'

/** What exactly is wrong is for the log: whoever asks here need not be known. */
export const readServiceStateRoute = route(readServiceState, async (_given, { readiness, office }) => {
  const checks = await readiness()
  const failing = checks.filter(({ isReady }) => !isReady).map(({ name }) => name)
  if (failing.length > 0) return refusedHere('not-ready-to-serve', failing.join('、'))
  const loading = office.live.loading()
  return answer({
    status: 'ready' as const,
    checks: checks.map(({ name, isReady }) => ({ name, isReady })),
    reading: loading === null ? null : Math.floor((100 * loading.read) / Math.max(loading.of, 1)),
  })
})
