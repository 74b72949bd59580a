import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { startServer } from '../server/started-server.ts'
import { benchFolder } from './bench-folder.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { processUsage } from './process-usage.ts'
import type { Row, Size, Suite } from './suite.ts'

/** How long after `npm start` a large installation answers. */
export const startSuite: Suite = {
  name: 'start',
  about: 'the server starts over ledgers of 1,000,000 events in all, every chain checked before a sheet of it is shown',
  parts: ['many', 'one'],
  quickParts: ['many'],
  run: startRows,
}

const AIM_SECONDS = 5

async function startRows(part: string, size: Size): Promise<Row[]> {
  const [assessments, each] = part === 'many' ? [100, 10_000] : [1, 1_000_000]
  const events = size === 'quick' ? 500 : each
  const assessmentIds = Array.from({ length: size === 'quick' ? 2 : assessments }, (_, at) =>
    id<AssessmentId>(`a${at + 1}`),
  )
  const root = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
  try {
    const bench = await benchRubric()
    const ledger = benchLedger(happeningsUnder(bench.rubric), events, 60)
    const { tokens } = await benchFolder(root, bench, ledger, assessmentIds)
    const headers = { authorization: `Bearer ${tokens.leader}` }
    const begun = performance.now()
    const server = await startServer(root, { environment: { MINGHENG_LOG_LEVEL: 'error' } })
    const after = async (path: string) => {
      const response = await fetch(`${server.address}${path}`, { headers })
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      await response.arrayBuffer()
      const clock = performance.now() - begun
      return { clock, ...processUsage(server.pid) }
    }
    const ready = await after('/readyz')
    const last = assessmentIds.at(-1) ?? ''
    const sheet = await after(`/api/v1/assessments/${last}/sheets/center-1`)
    const again = await after(`/api/v1/assessments/${last}/sheets/center-2`)
    await server.end('SIGTERM')
    const name = `${assessmentIds.length} x ${ledger.length.toLocaleString('en')} events`
    return [
      {
        ...row(`${name}: until ready`, ready),
        aim: `<= ${AIM_SECONDS} s`,
        isReached: ready.clock <= AIM_SECONDS * 1000,
      },
      row(`${name}: until the first sheet of the last assessment`, sheet),
      row(`${name}: until the next sheet of it; server ${again.peakMegabytes} MB`, again),
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function row(what: string, { clock, processorMs }: { readonly clock: number; readonly processorMs: number }): Row {
  return { what, time: { median: clock, least: clock, most: clock, processor: processorMs }, per: 'start' }
}
