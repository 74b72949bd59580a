import type { Command } from 'commander'
import { messageOf, type Problem } from '../../app/problem.ts'
import { parsePlainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { CliPorts } from '../cli-ports.ts'
import { exitCodeOf, type ExitCode } from '../exit-codes.ts'
import { hanging, pageFor, type Page } from '../render/page.ts'

/** Adds one command to the program. A command answers with the code that the program is to end with. */
export type CommandFrame = (program: Command, ports: CliPorts, finish: (code: ExitCode) => void) => void

export function writeLines(ports: CliPorts, lines: readonly string[]): void {
  ports.terminal.write(lines.map((line) => `${line}\n`).join(''))
}

/** Says on a terminal what is being done, for work that may take longer than a second. */
export async function saying<Value>(ports: CliPorts, what: string, work: () => Promise<Value>): Promise<Value> {
  ports.terminal.progress(`${what}…`)
  const value = await work()
  ports.terminal.progress(null)
  return value
}

/** Says a problem on standard error and gives the code to end with. */
export function report(ports: CliPorts, problem: Problem): ExitCode {
  const page: Page = { ...pageFor(ports.terminal), ink: pageFor({ ...ports.terminal, isColor: false }).ink }
  const lines = hanging('错误：', messageOf(problem), page, 0)
  ports.terminal.writeError(
    [...lines, `      [${problem.code === 'refused' ? problem.reason : problem.code}]`]
      .map((line) => `${line}\n`)
      .join(''),
  )
  return exitCodeOf(problem)
}

export type AskedDate =
  | { readonly ok: true; readonly value: PlainDate | null }
  | { readonly ok: false; readonly fault: Problem }

export function askedDate(option: string, given: string | undefined): AskedDate {
  if (given === undefined) return { ok: true, value: null }
  const value = parsePlainDate(given)
  return value === null ? { ok: false, fault: { code: 'date-wrong', option, given } } : { ok: true, value }
}
