import { readMetrics } from '../../api/routes/read-metrics.ts'
import { isLoopback } from '../is-loopback.ts'
import { refusedHere } from '../problems/http-refusals.ts'
import { answer, route } from '../route.ts'

/** To others than this machine it is as if there were no such address. */
export const readMetricsRoute = route(readMetrics, async ({ header, trace }, { meter, settings }) => {
  const isForwarded = header('x-forwarded-for') !== null || header('forwarded') !== null
  if (!settings.metricsForAll && (isForwarded || !isLoopback(trace.address ?? ''))) return refusedHere('route-unknown')
  return answer(await meter.text())
})
