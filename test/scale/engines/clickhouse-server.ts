import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peakOf } from '../../bench/measure.ts'
import { DEBIAN_PACKAGES, needPackages } from '../../fixtures/debian-packages.ts'
import { engineFolder, engineProcess, started } from './engine-process.ts'
import { freePorts } from './free-ports.ts'
import { startZooKeeper, type ZooKeeperServer } from './zookeeper-server.ts'

/** Servers of one cluster on the loopback. Those of different shards know nothing of each other. */
export interface ClickHouseCluster {
  readonly shards: readonly ClickHouseShard[]
  readonly stop: () => Promise<void>
}

/** Of one shard, servers that hold the same; and what they agree by. */
export interface ReplicatedCluster {
  readonly shards: readonly (readonly ClickHouseShard[])[]
  readonly zooKeeper: ZooKeeperServer
  readonly stop: () => Promise<void>
}

/** One server. */
export interface ClickHouseShard {
  readonly url: string
  readonly port: number
  /** At once, as when the power fails. */
  readonly kill: () => Promise<void>
  /** Starts again what was killed, on the same port, and waits until it answers. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Kills it where it runs, and takes all away that it holds. The next start is under another name among replicas. */
  readonly loseDisk: () => Promise<void>
  /** The most memory that it has held since it was started. */
  readonly peakMegabytes: () => number
  /** From now on it has that processor only, as a machine of one processor would; the first is 0. */
  readonly onlyOn: (processor: number) => void
}

const PROGRAMS = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server']

export async function startClickHouse(shards: number): Promise<ClickHouseCluster> {
  return startServers(Array.from({ length: shards }, () => null))
}

export async function startReplicated(shards: number, replicas: number): Promise<ReplicatedCluster> {
  const zooKeeper = await startZooKeeper()
  try {
    const names = Array.from({ length: shards * replicas }, (_, at) => {
      const shard = Math.floor(at / replicas)
      return { zooKeeper, shard: String(shard), replica: `${shard}${'abcdef'[at % replicas]}` }
    })
    const { shards: servers, stop } = await startServers(names)
    return {
      shards: Array.from({ length: shards }, (_, at) => servers.slice(at * replicas, (at + 1) * replicas)),
      zooKeeper,
      stop: async () => {
        await Promise.all([stop(), zooKeeper.stop()])
      },
    }
  } catch (error) {
    await zooKeeper.stop()
    throw error
  }
}

/** What one of several replicas is told of itself, and what they agree by. */
interface ReplicaName {
  readonly zooKeeper: ZooKeeperServer
  readonly shard: string
  readonly replica: string
}

async function startServers(names: readonly (ReplicaName | null)[]): Promise<ClickHouseCluster> {
  needPackages(DEBIAN_PACKAGES.clickhouse, () => PROGRAMS.some(existsSync), 'ClickHouse 18.16 或更新的版本')
  const ports = await freePorts(3 * names.length)
  const made = names.map((name, at) => serverOn(ports.slice(3 * at, 3 * at + 3), name))
  const { stop } = await started({
    start: async () => void (await Promise.all(made.map(async (server) => server.start()))),
    stop: async () => void (await Promise.all(made.map(async (server) => server.stop()))),
  })
  return { shards: made, stop }
}

function serverOn([http = 0, tcp = 0, interserver = 0]: readonly number[], name: ReplicaName | null): ClickHouseShard {
  const folder = engineFolder('clickhouse')
  let disks = 0
  const replica = () => `${name?.replica}${disks}`
  const newDisk = () => {
    const own = name === null ? '' : replication({ ...name, replica: replica() })
    for (const part of ['data', 'tmp']) mkdirSync(join(folder, part))
    writeFileSync(join(folder, 'config.xml'), configuration(folder, [http, tcp, interserver], own))
  }
  newDisk()
  writeFileSync(join(folder, 'users.xml'), USERS)
  const url = `http://127.0.0.1:${http}`
  const program = PROGRAMS.find(existsSync) ?? 'clickhouse-server'
  const { start, end, pid } = engineProcess({
    name: 'ClickHouse',
    folder,
    command: [program, [`--config-file=${join(folder, 'config.xml')}`]],
    answers: async () => (await (await fetch(`${url}/ping`)).text()).startsWith('Ok'),
    logs: ['errors'],
  })
  return {
    url,
    port: http,
    start: async () => {
      await name?.zooKeeper.hasMissed(replica())
      await start()
    },
    kill: async () => end('SIGKILL'),
    stop: async () => {
      // What it holds is thrown away: it need not put anything in order.
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
    loseDisk: async () => {
      await end('SIGKILL')
      for (const part of ['data', 'tmp']) rmSync(join(folder, part), { recursive: true })
      disks += 1
      newDisk()
    },
    peakMegabytes: () => peakOf(pid()),
    onlyOn: (processor) => {
      execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(processor), String(pid())], {
        stdio: 'ignore',
      })
    },
  }
}

/** In a time zone of its own, so that a test notices where a time is read by the zone of the server. */
function configuration(folder: string, [http, tcp, interserver]: readonly number[], more: string): string {
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
  <default_database>default</default_database>${more}
</yandex>
`
}

/** Looks every few seconds whether what replicas agree by is back: by itself, once a minute. */
function replication({ zooKeeper, shard, replica }: ReplicaName): string {
  return `
  <macros><shard>${shard}</shard><replica>${replica}</replica></macros>
  <zookeeper>
    <node><host>127.0.0.1</host><port>${zooKeeper.port}</port></node>
    <session_timeout_ms>1500</session_timeout_ms>
  </zookeeper>
  <merge_tree><zookeeper_session_expiration_check_period>3</zookeeper_session_expiration_check_period></merge_tree>`
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
