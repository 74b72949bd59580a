import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { id, type AssessmentId, type CenterId } from '../../src/core/kernel/identifiers.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { breachClauses } from '../../src/app/example-year/breach-clauses.ts'
import type { FoundedFolder } from '../server/founded-folder.ts'
import { startServer } from '../server/started-server.ts'
import { PERIOD } from './bench-days.ts'
import { benchFolder } from './bench-folder.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchRubric, type BenchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { httpLoad, type Asking, type Latencies } from './http-load.ts'
import { processUsage } from './process-usage.ts'
import type { Row, Size, Suite } from './suite.ts'

/** Score sheets read over HTTP from the real server, beside a bare route that answers the same bytes from memory. */
export const httpSuite: Suite = {
  name: 'http',
  about: 'score sheets over HTTP: 200 readers at once, alone and beside 20 writers; latencies are of one request',
  parts: ['sheet'],
  run: async (_part, size) => sheetRows(size),
}

const ASSESSMENT = id<AssessmentId>('a1')
const WRITERS = 20
/** Each acts five times a second, where it is answered in time. */
const EVERY_MS = 200

async function sheetRows(size: Size): Promise<Row[]> {
  const load = size === 'quick' ? { readers: 5, seconds: 1 } : { readers: 200, seconds: 6 }
  const root = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
  try {
    const bench = await benchRubric()
    const whole = benchLedger(happeningsUnder(bench.rubric), size === 'quick' ? 500 : 10_000, 40)
    // The year is still open: people go on reporting.
    const events = whole.filter(({ type }) => type !== 'PeriodClosed')
    const folder = await benchFolder(root, bench, events, [ASSESSMENT])
    const environment = { MINGHENG_REQUEST_RATE: 'none', MINGHENG_LOG_LEVEL: 'error', MINGHENG_RESERVE_MEGABYTES: '1' }
    const server = await startServer(root, { environment })
    const paths = centersIn(events).map((centerId) => `/api/v1/assessments/${ASSESSMENT}/sheets/${centerId}`)
    const authorization = `Bearer ${folder.tokens.leader}`
    const sheets = await Promise.all(
      paths.map(async (path) => (await fetch(`${server.address}${path}`, { headers: { authorization } })).text()),
    )
    const typical = sheets.toSorted((one, other) => one.length - other.length)[sheets.length >> 1] ?? ''
    const bare = await startBare(root, typical)
    const reading = { url: server.address, pid: server.pid, paths, authorization, ...load }
    const atBare = { ...reading, url: bare.address, pid: bare.pid, paths: ['/sheet'] }
    await read({ ...reading, seconds: 1 })
    await read({ ...atBare, seconds: 1 })
    const rows = [
      measured(`a bare fastify route answering ${Math.round(typical.length / 1024)} kB`, await read(atBare)),
      measured('a sheet, nobody writing', await read(reading)),
    ]
    const writing = write(folder, bench, server.address, paths.length, load.seconds)
    const [beside, written] = await Promise.all([read(reading), writing])
    const acts = `${WRITERS} writers reporting ${Math.round(written.requests / written.seconds)} findings/s`
    rows.push(measured(`a sheet, ${acts} (${percentiles(written)})`, beside))
    await server.end('SIGTERM')
    bare.end()
    const [first] = rows
    return rows.map((row, at) =>
      at === 0 || !first
        ? row
        : { ...row, ratio: row.time.processor / first.time.processor, than: 'the bare route by processor time' },
    )
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function centersIn(events: readonly LedgerEvent[]): CenterId[] {
  return events.flatMap((event) => (event.type === 'CenterEnrolled' ? [event.centerId] : []))
}

interface Reading {
  readonly url: string
  readonly pid: number
  readonly paths: readonly string[]
  readonly authorization: string
  readonly readers: number
  readonly seconds: number
}

interface Read {
  readonly latencies: Latencies
  readonly processorMs: number
  readonly megabytes: number
}

/** From this process, so that the server has a processor of its own. */
async function read({ url, pid, paths, authorization, readers, seconds }: Reading): Promise<Read> {
  const before = processUsage(pid)
  const next = (n: number): Asking => ({
    method: 'GET',
    path: paths[n % paths.length] ?? '/',
    headers: { authorization },
  })
  const latencies = await httpLoad({ url, connections: readers, seconds, everyMs: 0, next })
  const after = processUsage(pid)
  const processorMs = (after.processorMs - before.processorMs) / (latencies.requests + readers)
  return { latencies, processorMs, megabytes: after.peakMegabytes }
}

async function write(
  { tokens }: FoundedFolder,
  { rubric }: BenchRubric,
  url: string,
  centers: number,
  seconds: number,
): Promise<Latencies> {
  const clause = breachClauses(rubric).find(({ per, amount }) => per.length > 0 && amount.kind === 'fixed')
  const next = (n: number): Asking => {
    const finding = {
      findingId: `written-${n}`,
      centerId: `center-${1 + (n % centers)}`,
      clauseId: clause?.id,
      occurrences: 1,
      occurredOn: PERIOD.from,
      eventKey: null,
      measured: null,
      level: null,
      unmet: null,
      description: '现场检查发现',
      source: 'inspection',
      evidence: [],
    }
    const headers = {
      authorization: `Bearer ${tokens.inspector}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    }
    const path = `/api/v1/assessments/${ASSESSMENT}/findings`
    return { method: 'POST', path, headers, body: JSON.stringify(finding) }
  }
  return httpLoad({ url, connections: WRITERS, seconds, everyMs: EVERY_MS, next })
}

function measured(what: string, { latencies, processorMs, megabytes }: Read): Row {
  const { requests, seconds, p50, least, most } = latencies
  const rate = Math.round(requests / seconds).toLocaleString('en')
  return {
    what: `${what}: ${rate} requests/s, ${percentiles(latencies)}; server ${megabytes} MB`,
    time: { median: p50, least, most, processor: processorMs },
    per: 'request',
    count: 1,
    unit: 'requests',
  }
}

function percentiles({ p50, p99 }: Latencies): string {
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}

async function startBare(root: string, content: string) {
  const file = join(root, 'sheet.json')
  writeFileSync(file, content)
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare-server.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { address: line.toString().trim(), pid: child.pid ?? 0, end: () => child.kill('SIGKILL') }
}
