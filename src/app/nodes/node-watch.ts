/**
 * Nodes watch each other: each counts on, looks at the others, and buries one that does not count any more. What a dead node
 * had begun and not ended is settled first, by whichever other one notices.
 */
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { Clock } from '../ports/clock.ts'
import type { KnownNode, NodeStore, ServerNode } from '../ports/node-store.ts'
import type { Stored } from '../ports/store-fault.ts'
import { silence } from './silence.ts'

export interface NodeWatch {
  /** One round: all nodes have theirs equally often. */
  readonly look: () => Promise<Outcome<null>>
  readonly leave: () => Promise<Stored<boolean>>
  /** As of the last look, this one among them. */
  readonly living: () => readonly KnownNode[]
  /** Whether this one counts: the others keep off what it does. */
  readonly isCounted: () => boolean
}

export interface WatchParts {
  readonly nodes: NodeStore
  readonly self: ServerNode
  readonly clock: Clock
  /** Settles what the node had begun. Refused, it is tried again at the next look. */
  readonly settle: (nodeId: string) => Promise<Outcome<unknown>>
  /** Told of what people should know: a node that died, and that this one was taken for dead. */
  readonly tell: (what: 'buried' | 'was-buried', node: ServerNode) => void
}

/** For a node that has joined. */
export function nodeWatch({ nodes, self, clock, settle, tell }: WatchParts): NodeWatch {
  const silent = silence()
  let living: readonly KnownNode[] = []
  let isCounted = true
  const count = async (): Promise<Outcome<null>> => {
    const beaten = await nodes.beat(self.nodeId, clock.now())
    if (!beaten.ok) return beaten
    isCounted = beaten.value
    if (isCounted) return accepted(null)
    tell('was-buried', self)
    const joined = await nodes.join(self)
    if (!joined.ok) return joined
    isCounted = joined.value.kind === 'joined'
    return accepted(null)
  }
  return {
    look: async () => {
      const counted = await count()
      if (!counted.ok) return counted
      const all = await nodes.nodes()
      if (!all.ok) return all
      living = all.value
      for (const node of silent(all.value.filter(({ nodeId }) => nodeId !== self.nodeId))) {
        const settled = await settle(node.nodeId)
        if (!settled.ok) return settled
        const forgotten = await nodes.forget(node.nodeId, node.beats)
        if (!forgotten.ok) return forgotten
        if (forgotten.value) tell('buried', node)
      }
      return accepted(null)
    },
    leave: () => nodes.forget(self.nodeId, null),
    living: () => living,
    isCounted: () => isCounted,
  }
}
