import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { DEBIAN_PACKAGES, needPackages } from '../../fixtures/debian-packages.ts'
import { asEngine, engineFolder, engineProcess, started } from './engine-process.ts'
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
  const folder = engineFolder('postgres')
  const data = join(folder, 'data')
  mkdirSync(data)
  chmodSync(folder, 0o755)
  const user = userInfo().uid === 0 ? USER : null
  if (user !== null) execFileSync('chown', [user, data])
  const cluster = ['-D', data, '-U', 'mingheng', '-A', 'trust', '-E', 'UTF8', '--locale=C']
  execFileSync(...asEngine(join(bin, 'initdb'), cluster, user), { stdio: 'ignore' })
  const [port] = await freePorts(1)
  const url = `postgresql://mingheng@127.0.0.1:${port}/postgres`
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${data}`,
    'max_connections=200',
  ]
  const { start: startOnce, end } = engineProcess({
    name: 'PostgreSQL',
    folder,
    command: [join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]],
    user,
    answers: () => answers(url),
  })
  let wasKilled = false
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
  const stop = async () => {
    await end('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
  const kill = async () => {
    wasKilled = true
    // Its children have groups of their own: they end by themselves when their parent is gone.
    await end('SIGKILL')
  }
  return started({ url, start, stop, kill })
}

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
  needPackages(DEBIAN_PACKAGES.postgres, () => newest() !== undefined, 'PostgreSQL 15 或更新的版本')
  return join(ROOT, newest() ?? '', 'bin')
}

/** After a kill it first repairs itself. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}
