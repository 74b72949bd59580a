import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { DEBIAN_PACKAGES, needPackages } from '../../fixtures/debian-packages.ts'
import { engineFolder, engineProcess, started } from './engine-process.ts'
import { freePorts } from './free-ports.ts'

/** One ZooKeeper on the loopback, by which replicas agree. It waits for no disk. */
export interface ZooKeeperServer {
  readonly port: number
  /** Waits until it no longer takes a replica of this name to be there: one that comes back before waits ten seconds itself. */
  readonly hasMissed: (replica: string) => Promise<void>
  /** At once, as when the power fails. */
  readonly kill: () => Promise<void>
  /** Starts again what was killed, on the same port and with what it knew, and waits until it answers. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const JAVA = '/usr/bin/java'
/** Names all that it needs itself. */
const JAR = '/usr/share/java/zookeeper.jar'

/** Its heap is small and it compiles little: it starts in half a second. */
const OPTIONS = ['-Xmx96m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dzookeeper.forceSync=no', '-cp', JAR]

export async function startZooKeeper(): Promise<ZooKeeperServer> {
  const areThere = () => [JAVA, JAR].every(existsSync)
  needPackages(DEBIAN_PACKAGES.zookeeper, areThere, ' ZooKeeper 3.8 或更新的版本')
  const folder = engineFolder('zookeeper')
  const [port = 0] = await freePorts(1)
  writeFileSync(join(folder, 'zoo.cfg'), configuration(folder, port))
  const program = 'org.apache.zookeeper.server.ZooKeeperServerMain'
  const { start, end } = engineProcess({
    name: 'ZooKeeper',
    folder,
    command: [JAVA, [...OPTIONS, program, join(folder, 'zoo.cfg')]],
    answers: async () => (await asked(port, 'ruok')) === 'imok',
  })
  const kill = async () => end('SIGKILL')
  const stop = async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  }
  const hasMissed = async (replica: string) => {
    while ((await asked(port, 'dump')).includes(`/replicas/${replica}/`)) await setTimeout(50)
  }
  return started({ port, hasMissed, kill, start, stop })
}

/** A session ends at the earliest after twice a tick: what was killed is soon known to be gone. */
function configuration(folder: string, port: number): string {
  return `dataDir=${folder}/data
clientPort=${port}
clientPortAddress=127.0.0.1
tickTime=200
maxClientCnxns=0
admin.enableServer=false
4lw.commands.whitelist=ruok,dump
`
}

/** Empty where nobody answers: whom it lets in while it is still starting it may leave waiting for ever. */
async function asked(port: number, word: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setTimeout(500, () => socket.destroy(new Error('no answer')))
  try {
    socket.write(word)
    return await text(socket)
  } catch {
    return ''
  } finally {
    socket.destroy()
  }
}
