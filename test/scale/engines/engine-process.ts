import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A program that a test starts, kills and starts again; what it prints is kept in its folder. */
export interface EngineProcess {
  /** Waits until it answers. Throws with the last that it printed where it ends instead, or does not answer for minutes. */
  readonly start: () => Promise<void>
  /** With all that it has started, and waits for its end; nothing where it does not run. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>
  /** 0 before the first start. */
  readonly pid: () => number
}

export interface EngineProgram {
  /** As a person knows it. */
  readonly name: string
  readonly folder: string
  readonly command: readonly [program: string, args: readonly string[]]
  readonly user?: string | null
  /** False, or a rejection, while it does not. */
  readonly answers: () => Promise<boolean>
  /** Files of the folder that it writes itself, beside what it prints. */
  readonly logs?: readonly string[]
}

/** Under the run's own folder. */
export function engineFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `mingheng-${name}-`))
}

export function engineProcess({ name, folder, command, user, answers, logs = [] }: EngineProgram): EngineProcess {
  const printed = join(folder, 'printed')
  let child: ChildProcess | null = null
  const runs = () => child !== null && child.exitCode === null && child.signalCode === null
  const tail = () => [printed, ...logs.map((log) => join(folder, log))].map(lastOf).join('\n')
  const end = async (signal: NodeJS.Signals) => {
    if (child?.pid === undefined || !runs()) return
    const ended = once(child, 'exit')
    process.kill(-child.pid, signal)
    await ended
  }
  const start = async () => {
    const output = openSync(printed, 'a')
    child = spawn(...asEngine(...command, user), { cwd: folder, stdio: ['ignore', output, output], detached: true })
    closeSync(output)
    for (const since = Date.now(); !(await answers().catch(() => false)); await setTimeout(POLL_MS)) {
      if (!runs()) throw new Error(`${name} ended as it was started:\n${tail()}`)
      if (Date.now() - since < PATIENCE_MS) continue
      await end('SIGKILL')
      throw new Error(`${name} does not answer:\n${tail()}`)
    }
  }
  return { start, end, pid: () => child?.pid ?? 0 }
}

/** Starts it; where that fails, it is stopped again. */
export async function started<Engine extends Startable>(engine: Engine): Promise<Engine> {
  try {
    await engine.start()
    return engine
  } catch (error) {
    await engine.stop()
    throw error
  }
}

interface Startable {
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * The command that runs a program so that it ends with the process which starts it, however that ends; where a user is named,
 * as that user. Where there is no `setpriv`, just the program.
 */
export function asEngine(program: string, args: readonly string[], user: string | null = null): [string, string[]] {
  if (SETPRIV === undefined) return [program, [...args]]
  const rights = user === null ? [] : [`--reuid=${user}`, `--regid=${user}`, '--init-groups']
  return [SETPRIV, [...rights, '--pdeathsig=KILL', '--', program, ...args]]
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync)
const POLL_MS = 50
const PATIENCE_MS = 200_000
const TAIL = 4_000

function lastOf(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-TAIL) : ''
}
