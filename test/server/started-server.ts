import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm start` as people run it, on a free port. */
export interface StartedServer {
  readonly address: string
  readonly output: () => string
  readonly log: () => string
  /** The exit code after the signal. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
  readonly pid: number
}

export interface StartSetting {
  readonly environment?: Readonly<Record<string, string>>
  /** Options of node, before the program. */
  readonly options?: readonly string[]
  /** A command under which it runs, such as one that sets limits: it is given the program and its words. */
  readonly under?: readonly string[]
  /** Told of the process as soon as there is one, before it listens. */
  readonly begun?: (child: ChildProcess) => void
}

const bin = fileURLToPath(new URL('../../bin/server.mjs', import.meta.url))

/** Rejects with what it printed where it ends before it listens. */
export async function startServer(
  folder: string,
  { environment = {}, options = [], under = [], begun = () => undefined }: StartSetting = {},
): Promise<StartedServer> {
  const [program, ...words] = [...under, process.execPath, ...options, bin]
  const child = spawn(program, words, {
    cwd: folder,
    env: { PATH: process.env['PATH'], MINGHENG_PORT: '0', ...environment },
  })
  begun(child)
  let [output, log] = ['', '']
  child.stderr.on('data', (piece: Buffer) => (log += piece.toString()))
  const ended = endOf(child)
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString()
      const found = /明衡已启动：(http:\/\/\S+?:\d+)/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output}${log}`)))
  })
  return {
    address,
    pid: child.pid ?? 0,
    output: () => output,
    log: () => log,
    end: async (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)))
}
