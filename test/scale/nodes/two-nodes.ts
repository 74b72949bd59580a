import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type StartedServer } from '../../server/started-server.ts'
import { patientClient, type PatientClient } from '../../torture/patient-client.ts'
import { ENVIRONMENT, prepareFolder, type PreparedFolder } from '../../torture/prepared-folder.ts'
import { roundRobin } from './round-robin.ts'

export type NodeName = 'A' | 'B'

/** Two real servers on one database behind a balancer. */
export interface TwoNodes {
  readonly folder: Pick<PreparedFolder, 'tokens'>
  readonly address: (name: NodeName) => string
  readonly balancer: string
  /** By the balancer; asks again what was not answered once a node was killed. */
  readonly ask: PatientClient
  readonly start: (name: NodeName) => Promise<void>
  readonly kill: (name: NodeName) => Promise<void>
  /** The exit code. */
  readonly stop: (name: NodeName) => Promise<number | null>
  readonly output: (name: NodeName) => string
  /** What nodes log is what goes wrong. */
  readonly log: () => string
  readonly close: () => Promise<void>
}

/** A dead node is buried within some seven seconds; one that a busy machine holds up for three is not dead. */
const SILENT_SECONDS = '6'
/** Enough for a balancer and a test on a busy machine to see it. */
const DRAIN_SECONDS = 3

export async function twoNodes(shared: Readonly<Record<string, string>>): Promise<TwoNodes> {
  const root = mkdtempSync(join(tmpdir(), 'mingheng-two-nodes-'))
  const folder = await prepareFolder(root, shared)
  const running = new Map<NodeName, StartedServer>()
  const ended: string[] = []
  let hasKilled = false
  const start = async (name: NodeName) => {
    const home = join(root, name)
    mkdirSync(home, { recursive: true })
    running.set(
      name,
      await startServer(home, {
        environment: {
          ...ENVIRONMENT,
          ...shared,
          MINGHENG_NODE_NAME: `node-${name}`,
          MINGHENG_NODE_SILENT_SECONDS: SILENT_SECONDS,
          MINGHENG_DRAIN_SECONDS: String(DRAIN_SECONDS),
        },
      }),
    )
  }
  const end = async (name: NodeName, signal: NodeJS.Signals) => {
    const server = running.get(name)
    const code = (await server?.end(signal)) ?? null
    if (running.get(name) === server) running.delete(name)
    ended.push(server?.log() ?? '')
    return code
  }
  await Promise.all([start('A'), start('B')])
  const balancer = await roundRobin(() => [...running.values()].map(({ address }) => address))
  return {
    folder,
    address: (name) => running.get(name)?.address ?? '',
    balancer: balancer.address,
    ask: patientClient({
      current: async () => ({ number: 0, address: balancer.address }),
      isOver: () => hasKilled,
    }),
    start,
    kill: async (name) => {
      hasKilled = true
      await end(name, 'SIGKILL')
    },
    stop: (name) => end(name, 'SIGTERM'),
    output: (name) => running.get(name)?.output() ?? '',
    log: () => [...ended, ...[...running.values()].map((server) => server.log())].join(''),
    close: async () => {
      await Promise.all([...running.keys()].map((name) => end(name, 'SIGKILL')))
      await balancer.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
