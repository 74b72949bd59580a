/**
 * `npm run bench -- [SUITE…] [--quick]`: how fast the calculator is and how much memory it takes, beside what else could
 * do the same. Every part of a suite runs in a process of its own; what is compared runs in turns in the same one. Median,
 * min and max are by the clock; rates, ratios and aims are by processor time, which a busy machine disturbs little. Fails
 * where peers do not agree on a result, never on a time.
 */
import { execFile } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { benchTable, type SuiteResult } from './bench-table.ts'
import type { PartResult, Suite } from './suite.ts'
import { SUITES } from './suites.ts'

const given = process.argv.slice(2)
const size = given.includes('--quick') ? 'quick' : 'full'
const names = given.filter((word) => word !== '--quick')
const known = SUITES.map(({ name }) => name)
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; suites are ${known.join(', ')}, and --quick`)
  process.exitCode = 2
} else {
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`
  console.log(`node ${process.version}, ${machine}; a process that does nothing takes ${await idleMegabytes()} MB`)
  if (size === 'quick') console.log('--quick: sizes are small and times mean nothing')
  for (const suite of SUITES.filter(({ name }) => names.length === 0 || names.includes(name)))
    console.log(`${benchTable(await runSuite(suite))}\nload average at the end: ${(loadavg()[0] ?? 0).toFixed(1)}`)
}

async function idleMegabytes(): Promise<number> {
  const nothing = 'process.stdout.write(String(process.resourceUsage().maxRSS))'
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', nothing])
  return Math.round(Number(stdout) / 1024)
}

async function runSuite(suite: Suite): Promise<SuiteResult> {
  const parts: PartResult[] = []
  for (const part of suite.parts) parts.push(await runPart(suite.name, part))
  return { suite, parts }
}

async function runPart(name: string, part: string): Promise<PartResult> {
  const script = join(import.meta.dirname, 'run-part.ts')
  const options = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx']
  const { stdout } = await promisify(execFile)(process.execPath, [...options, script, name, part, size], {
    cwd: join(import.meta.dirname, '..', '..'),
  })
  return JSON.parse(stdout) as PartResult
}
