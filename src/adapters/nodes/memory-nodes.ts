import { areApart, type KnownNode, type NodeStore } from '../../app/ports/node-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'

/** For a server that serves alone: nobody else has its data folder, so no other node is there. Gone with the process. */
export function memoryNodes(): NodeStore {
  const held = new Map<string, KnownNode>()
  return {
    join: async (node) => {
      const from = [...held.values()].find((other) => areApart(other, node))
      if (from !== undefined) return accepted({ kind: 'apart', from })
      held.set(node.nodeId, { ...node, beats: 0, beatAt: node.startedAt })
      return accepted({ kind: 'joined' })
    },
    beat: async (nodeId, at) => {
      const found = held.get(nodeId)
      if (found !== undefined) held.set(nodeId, { ...found, beats: found.beats + 1, beatAt: at })
      return accepted(found !== undefined)
    },
    nodes: async () => accepted([...held.values()]),
    forget: async (nodeId, beats) => {
      const isStill = beats === null || held.get(nodeId)?.beats === beats
      return accepted(isStill && held.delete(nodeId))
    },
  }
}
