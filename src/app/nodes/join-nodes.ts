import { accepted } from '../../core/kernel/outcome.ts'
import type { KnownNode, NodeStore, ServerNode } from '../ports/node-store.ts'
import type { Stored } from '../ports/store-fault.ts'
import { silence } from './silence.ts'

/**
 * Joins the nodes of a database; null once it has. A node that would keep for itself what the others have to see is answered
 * the living one that it cannot be beside. Whether that one lives shows in some looks, between which `pause` passes.
 */
export async function joinNodes(
  nodes: NodeStore,
  self: ServerNode,
  pause: () => Promise<void>,
): Promise<Stored<KnownNode | null>> {
  const silent = silence()
  let before: KnownNode | null = null
  for (;;) {
    const joined = await nodes.join(self)
    if (!joined.ok) return joined
    if (joined.value.kind === 'joined') return accepted(null)
    const { from } = joined.value
    if (before?.nodeId === from.nodeId && before.beats !== from.beats) return accepted(from)
    before = from
    if (silent([from]).length === 0) await pause()
    else {
      const forgotten = await nodes.forget(from.nodeId, from.beats)
      if (!forgotten.ok) return forgotten
    }
  }
}
