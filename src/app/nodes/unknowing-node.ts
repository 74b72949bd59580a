import { accepted } from '../../core/kernel/outcome.ts'
import type { KnownNode, NodeKnowledge, NodeStore } from '../ports/node-store.ts'
import type { Stored } from '../ports/store-fault.ts'
import { silence } from './silence.ts'

/**
 * The first living node that does not know something; null where all do. Whether one lives shows in some looks, between which
 * `pause` passes; nobody is waited for where all know it.
 */
export async function unknowingNode(
  nodes: Pick<NodeStore, 'nodes'>,
  what: NodeKnowledge,
  pause: () => Promise<void>,
): Promise<Stored<KnownNode | null>> {
  const silent = silence()
  const first = new Map<string, number>()
  for (;;) {
    const all = await nodes.nodes()
    if (!all.ok) return all
    const unknowing = all.value.filter(({ knows }) => !knows.includes(what))
    const living = unknowing.find(({ nodeId, beats }) => (first.get(nodeId) ?? beats) !== beats)
    if (living !== undefined) return accepted(living)
    for (const { nodeId, beats } of unknowing) if (!first.has(nodeId)) first.set(nodeId, beats)
    if (silent(unknowing).length === unknowing.length) return accepted(null)
    await pause()
  }
}
