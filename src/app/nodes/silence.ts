import type { KnownNode } from '../ports/node-store.ts'

/** So many looks without a beat are a death. */
export const LOOKS_OF_SILENCE = 6

/** Of the nodes that are looked at again and again, those that have not counted on for too many looks. */
export function silence(): (nodes: readonly KnownNode[]) => readonly KnownNode[] {
  let seen = new Map<string, { readonly beats: number; readonly looks: number }>()
  return (nodes) => {
    seen = new Map(
      nodes.map(({ nodeId, beats }) => {
        const before = seen.get(nodeId)
        return [nodeId, { beats, looks: before?.beats === beats ? before.looks + 1 : 0 }]
      }),
    )
    return nodes.filter(({ nodeId }) => (seen.get(nodeId)?.looks ?? 0) >= LOOKS_OF_SILENCE)
  }
}
