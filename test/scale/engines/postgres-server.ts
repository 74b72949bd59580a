import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { needPackages } from '../../fixtures/debian-packages.ts'
import { freePorts } from './free-ports.ts'

/** A PostgreSQL of its own on the loopback, with a disk that it waits for. */
export interface PostgresServer {
  readonly url: string
  /** At once, as when the power fails, with all that belongs to it. */
  readonly kill: () => Promise<void>
  /** Starts again what was killed, on the same port, and waits until it answers. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const ROOT = '/usr/lib/postgresql'

/** The server does not run as root: where the tests do, it runs as the user that its package made. */
const USER = 'postgres'

export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs()
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  chmodSync(folder, 0o755)
  const isRoot = userInfo().uid === 0
  const as = (program: string, args: readonly string[]): [string, string[]] =>
    isRoot ? ['setpriv', [...RIGHTS, '--', program, ...args]] : [program, [...args]]
  if (isRoot) execFileSync('chown', [USER, data])
  execFileSync(...as(join(bin, 'initdb'), ['-D', data, '-U', 'mingheng', '-A', 'trust', '-E', 'UTF8', '--locale=C']), {
    stdio: 'ignore',
  })
  const [port] = await freePorts(1)
  const url = `postgresql://mingheng@127.0.0.1:${port}/postgres`
  let server: ChildProcess | null = null
  let wasKilled = false
  const startOnce = async () => {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${data}`,
      'max_connections=200',
    ]
    server = spawn(...as(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]), {
      stdio: 'ignore',
    })
    await answers(url, server)
  }
  /** What a killed one has left running keeps a new one from starting until it has noticed. */
  const start = async () => {
    for (const since = Date.now(); ;) {
      try {
        return await startOnce()
      } catch (error) {
        if (!wasKilled || Date.now() - since > 10_000) throw error
      }
    }
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const stop = async () => {
    await end('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  const kill = async () => {
    wasKilled = true
    await end('SIGKILL')
  }
  // Its children end by themselves when their parent is gone.
  return { url, start, stop, kill }
}

const RIGHTS = [`--reuid=${USER}`, `--regid=${USER}`, '--init-groups']

function programs(): string {
  const newest = () => {
    try {
      return readdirSync(ROOT)
        .filter((name) => /^\d+$/.test(name) && Number(name) >= 15)
        .toSorted((one, other) => Number(other) - Number(one))[0]
    } catch {
      return undefined
    }
  }
  needPackages(['postgresql'], () => newest() !== undefined, 'PostgreSQL 15 或更新的版本')
  return join(ROOT, newest() ?? '', 'bin')
}

/** Asks until it answers; throws where it ended instead. After a kill it first repairs itself. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('PostgreSQL ended as it was started')
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.query('SELECT 1')
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
