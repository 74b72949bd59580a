import { hostname } from 'node:os'
import { setTimeout as elapsed } from 'node:timers/promises'
import { nodeMark } from '../adapters/files/node-mark.ts'
import { inDueDistricts, UNWATCHED, type RoundWatch } from '../app/districts/in-districts.ts'
import { joinNodes } from '../app/nodes/join-nodes.ts'
import { nodeWatch, type NodeWatch } from '../app/nodes/node-watch.ts'
import { LOOKS_OF_SILENCE } from '../app/nodes/silence.ts'
import { NODE_KNOWLEDGE, type ServerNode } from '../app/ports/node-store.ts'
import { settleJobs } from '../app/records/settle-jobs.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import type { ReadinessCheck, ServerParts } from '../server/server-parts.ts'
import type { Configuration } from './configuration-keys.ts'
import { apartSentence, keptApart } from './kept-apart.ts'
import type { Round } from './rounds.ts'
import type { Stores } from './stores.ts'

/** This server among the nodes of its database; one that serves from files of its own is the only one. */
export interface ServingNode extends Pick<NodeWatch, 'leave' | 'living'> {
  /** For whoever asks whether this server is ready. */
  readonly checks: () => readonly ReadinessCheck[]
  /** Before anything is served: joins, and settles what dead nodes had begun. */
  readonly join: () => Promise<Outcome<null>>
  readonly round: Round
}

export function servingNode(
  configuration: Configuration,
  stores: Stores,
  { nodeId, records, clock, proof }: Pick<ServerParts, 'nodeId' | 'records' | 'clock' | 'proof'>,
  tell: {
    readonly node: (what: 'buried' | 'was-buried', node: ServerNode) => void
    readonly failed: RoundWatch['tellFailed']
  },
): ServingNode {
  const { nodeName, host, port, nodeSilentSeconds } = configuration
  const { nodes, isServer, folder, jobs, answers } = stores
  const everySeconds = nodeSilentSeconds / LOOKS_OF_SILENCE
  const self: ServerNode = {
    nodeId,
    name: nodeName === '' ? hostname() : nodeName,
    version: proof.program,
    address: `${host}:${port}`,
    startedAt: clock.now(),
    keeps: isServer ? keptApart(configuration) : [],
    knows: NODE_KNOWLEDGE,
  }
  const settleAll = async (deadNodes: Parameters<typeof settleJobs>[2]) =>
    inDueDistricts(await jobs.unfinishedTenants(), (tenantId) => settleJobs(records, tenantId, deadNodes), {
      ...UNWATCHED,
      tellFailed: tell.failed,
    })
  const settle = async (dead: string) => {
    const released = await answers.releaseOf(dead)
    return released.ok ? settleAll(async () => accepted((nodeId) => nodeId === dead)) : released
  }
  /** Whoever begins a job has joined before: nodes are asked for when the jobs are known. */
  const unknownNodes = async () => {
    const known = await nodes.nodes()
    return known.ok ? accepted((nodeId: string | null) => !known.value.some((node) => node.nodeId === nodeId)) : known
  }
  const watch = nodeWatch({ nodes, self, clock, settle, tell: tell.node })
  return {
    leave: watch.leave,
    living: watch.living,
    checks: () => (isServer ? [{ name: '节点登记', isReady: watch.isCounted() }] : []),
    join: async () => {
      const mark = isServer ? nodeMark(folder.path) : null
      const predecessor = mark?.read() ?? null
      if (predecessor !== null) {
        const settled = await settle(predecessor)
        if (!settled.ok) return settled
        const forgotten = await nodes.forget(predecessor, null)
        if (!forgotten.ok) return forgotten
      }
      const from = await joinNodes(nodes, self, async () => elapsed(everySeconds * 1_000))
      if (!from.ok) return from
      if (from.value !== null) return refused('node-apart', apartSentence(self.keeps, from.value))
      mark?.write(nodeId)
      return settleAll(unknownNodes)
    },
    round: { name: 'nodes', everySeconds, run: watch.look },
  }
}
