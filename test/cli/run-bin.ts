import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
export const BIN = join(ROOT, 'bin', 'mingheng.mjs')

export interface Ran {
  readonly code: number | null
  readonly output: string
  readonly error: string
}

/** Runs the real program as a person would, with `input` on its standard input. */
export function runBin(
  given: readonly string[],
  { cwd = ROOT, input = '', env = {} }: { cwd?: string; input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _, NO_COLOR: __, COLUMNS: ___, ...rest } = process.env
    const child = spawn(process.execPath, [BIN, ...given], { cwd, env: { ...rest, ...env } })
    let output = ''
    let error = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output, error }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
