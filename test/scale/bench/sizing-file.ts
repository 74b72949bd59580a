import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { BenchRun } from '../../bench/run-bench.ts'
import { withSizingTables } from './sizing-tables.ts'

/** What `npm run bench:scale` measured last, suite by suite: each stands with the machine that it was measured on. */
export type SizingFile = Readonly<Record<string, SuiteFigures>>

export interface SuiteFigures {
  readonly machine: string
  readonly node: string
  /** How many processes wanted a processor as it ended: what was measured beside others waited for them. */
  readonly load: number
  readonly figures: Readonly<Record<string, number>>
}

const SIZING = fileURLToPath(new URL('../../../docs/guide/sizing.json', import.meta.url))

export function readSizing(): SizingFile {
  return JSON.parse(readFileSync(SIZING, 'utf8')) as SizingFile
}

const GUIDE = fileURLToPath(new URL('../../../docs/guide/operations.md', import.meta.url))

export function readGuide(): string {
  return readFileSync(GUIDE, 'utf8')
}

/** Into the file and the guide. Suites that were not run keep what they had. */
export function keepFigures({ machine, results }: BenchRun): void {
  const measured = results.map(({ suite, parts }) => {
    const rows = parts.flatMap((part) => part.rows)
    const figures = Object.fromEntries(rows.flatMap((row) => Object.entries(row.figures ?? {})).map(rounded))
    return [suite.name, { machine, node: process.version, load: Math.round(loadavg()[0] ?? 0), figures }] as const
  })
  const all = { ...readSizing(), ...Object.fromEntries(measured) }
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(SIZING, `${JSON.stringify(sorted, null, 2)}\n`)
  writeFileSync(GUIDE, withSizingTables(readGuide(), sorted))
}

/** Three digits of what is measured: more would change with every run and tell nothing. What is counted is whole. */
function rounded([name, value]: [string, number]): [string, number] {
  return [name, Number.isInteger(value) ? value : Number(value.toPrecision(3))]
}
