import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What Prometheus is told. Labels are routes as written in contracts, methods and statuses: never ids, never people. */
export interface Meter {
  readonly noteRequest: (method: string, route: string, status: number, seconds: number) => void
  readonly noteEvents: (count: number) => void
  /** Asked at each reading. */
  readonly watch: (name: string, help: string, read: () => Promise<Readonly<Record<string, number>>>) => void
  readonly text: () => Promise<string>
  readonly mediaType: string
  readonly stop: () => void
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const NANOSECONDS = 1e9

export function meter(): Meter {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'mingheng_request_seconds',
    help: 'Requests by route and status, and how long they took',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  })
  const events = new Counter({
    name: 'mingheng_ledger_events_total',
    help: 'Events appended by this process',
    registers,
  })
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  watchProcess(registers, delay)
  return {
    noteRequest: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    noteEvents: (count) => events.inc(count),
    watch: (name, help, read) => {
      const gauge: Gauge<'state'> = new Gauge({
        name,
        help,
        labelNames: ['state'] as const,
        registers,
        collect: async () => {
          for (const [state, count] of Object.entries(await read())) gauge.set({ state }, count)
        },
      })
    },
    text: async () => registry.metrics(),
    mediaType: registry.contentType,
    stop: () => delay.disable(),
  }
}

function watchProcess(registers: Registry[], delay: IntervalHistogram): void {
  const lag: Gauge<'quantile'> = new Gauge({
    name: 'mingheng_event_loop_lag_seconds',
    help: 'Event loop lag since the last reading',
    labelNames: ['quantile'] as const,
    registers,
    collect: () => {
      for (const quantile of [50, 99, 100]) {
        const nanoseconds = delay.percentile(quantile)
        lag.set({ quantile: String(quantile / 100) }, Number.isFinite(nanoseconds) ? nanoseconds / NANOSECONDS : 0)
      }
      delay.reset()
    },
  })
  const memory: Gauge = new Gauge({
    name: 'mingheng_memory_bytes',
    help: 'Resident memory of this process',
    registers,
    collect: () => memory.set(process.memoryUsage.rss()),
  })
}
