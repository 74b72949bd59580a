import { execFile } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { benchTable, type SuiteResult } from './bench-table.ts'
import type { PartResult, Size, Suite } from './suite.ts'

/** A bench command: its suites, and the script that runs one part of one of them in a process of its own. */
export interface Bench {
  readonly suites: readonly Suite[]
  readonly runPart: string
  /** Where its tables go, line by line; else to the terminal. */
  readonly say?: (words: string) => void
}

export interface BenchRun {
  readonly size: Size
  readonly machine: string
  readonly results: readonly SuiteResult[]
}

/** `[SUITE…] [--quick]`: a table of each suite asked for. Null where there is no such suite: that has been said. */
export async function runBench(
  { suites, runPart, say = (words) => console.log(words) }: Bench,
  given: readonly string[],
): Promise<BenchRun | null> {
  const size = given.includes('--quick') ? 'quick' : 'full'
  const names = given.filter((word) => word !== '--quick')
  const known = suites.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    say(`unknown: ${unknown.join(', ')}; suites are ${known.join(', ')}, and --quick`)
    process.exitCode = 2
    return null
  }
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`
  say(`node ${process.version}, ${machine}; a process that does nothing takes ${await idleMegabytes()} MB`)
  if (size === 'quick') say('--quick: sizes are small and times mean nothing')
  const results: SuiteResult[] = []
  for (const suite of suites.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const parts: PartResult[] = []
    for (const part of suite.parts) parts.push(await resultOf(runPart, suite.name, part, size))
    say(`${benchTable({ suite, parts })}\nload average at the end: ${(loadavg()[0] ?? 0).toFixed(1)}`)
    results.push({ suite, parts })
  }
  return { size, machine, results }
}

async function idleMegabytes(): Promise<number> {
  const nothing = 'process.stdout.write(String(process.resourceUsage().maxRSS))'
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', nothing])
  return Math.round(Number(stdout) / 1024)
}

async function resultOf(script: string, name: string, part: string, size: Size): Promise<PartResult> {
  const options = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx']
  const cwd = join(import.meta.dirname, '..', '..')
  const ran = promisify(execFile)(process.execPath, [...options, script, name, part, size], { cwd })
  const { stdout } = await ran.catch((error: Error) => {
    throw new Error(error.message)
  })
  return JSON.parse(stdout) as PartResult
}
