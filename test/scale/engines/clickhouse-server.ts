import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { peakOf } from '../../bench/measure.ts'
import { needPackages } from '../../fixtures/debian-packages.ts'
import { freePorts } from './free-ports.ts'

/** Servers of one cluster on the loopback, which know nothing of each other. */
export interface ClickHouseCluster {
  readonly shards: readonly ClickHouseShard[]
  readonly stop: () => Promise<void>
}

export interface ClickHouseShard {
  readonly url: string
  readonly port: number
  /** At once, as when the power fails. */
  readonly kill: () => Promise<void>
  /** Starts again what was killed, on the same port, and waits until it answers. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** The most memory that it has held since it was started. */
  readonly peakMegabytes: () => number
}

const PROGRAMS = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server']

export async function startClickHouse(shards: number): Promise<ClickHouseCluster> {
  needPackages(['clickhouse-server'], () => PROGRAMS.some(existsSync), 'ClickHouse 18.16 或更新的版本')
  const ports = await freePorts(3 * shards)
  const made = Array.from({ length: shards }, (_, at) => shardOn(ports.slice(3 * at, 3 * at + 3)))
  const stop = async () => {
    await Promise.all(made.map(async (shard) => shard.stop()))
  }
  try {
    await Promise.all(made.map(async (shard) => shard.start()))
  } catch (error) {
    await stop()
    throw error
  }
  return { shards: made, stop }
}

function shardOn([http = 0, tcp = 0, interserver = 0]: readonly number[]): ClickHouseShard {
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-clickhouse-'))
  for (const name of ['data', 'tmp']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'config.xml'), configuration(folder, http, tcp, interserver))
  writeFileSync(join(folder, 'users.xml'), USERS)
  const url = `http://127.0.0.1:${http}`
  const program = PROGRAMS.find(existsSync) ?? 'clickhouse-server'
  let server: ChildProcess | null = null
  const end = async (signal: NodeJS.Signals) => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  return {
    url,
    port: http,
    start: async () => {
      server = spawn(program, [`--config-file=${join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' })
      await answers(url, server)
    },
    kill: async () => end('SIGKILL'),
    stop: async () => {
      // What it holds is thrown away: it need not put anything in order.
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
    peakMegabytes: () => peakOf(server?.pid ?? 0),
  }
}

/** In a time zone of its own, so that a test notices where a time is read by the zone of the server. */
function configuration(folder: string, http: number, tcp: number, interserver: number): string {
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <interserver_http_port>${interserver}</interserver_http_port>
  <interserver_http_host>127.0.0.1</interserver_http_host>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <mark_cache_size>67108864</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <timezone>America/New_York</timezone>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
</yandex>
`
}

const USERS = `<?xml version="1.0"?>
<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage><max_threads>2</max_threads></default></profiles>
  <users>
    <default>
      <password></password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
    </default>
  </users>
  <quotas><default></default></quotas>
</yandex>
`

/** Asks until it answers; throws where it ended instead. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('ClickHouse ended as it was started')
    try {
      const answer = await fetch(`${url}/ping`)
      if (answer.ok && (await answer.text()).startsWith('Ok')) return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
