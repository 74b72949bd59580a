import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/**
 * The nodes that serve the districts of one database together: running servers, each with an id that is made when it starts
 * and never used again. A node tells that it lives by counting on; one whose count stands still is taken for dead by those
 * that look, each by how often it looked: no two clocks are compared.
 */
export interface NodeStore {
  /** Refused (`apart`) where it, or one that is there, keeps for itself what all would have to see. */
  readonly join: (node: ServerNode) => Promise<Stored<Joined>>
  /** Counts on. False where it is not there any more: it was taken for dead. */
  readonly beat: (nodeId: string, at: Timestamp) => Promise<Stored<boolean>>
  readonly nodes: () => Promise<Stored<readonly KnownNode[]>>
  /** Of a dead one only while it has not counted on (`beats`), null whatever it counted. True for one of all that forget it. */
  readonly forget: (nodeId: string, beats: number | null) => Promise<Stored<boolean>>
}

export interface ServerNode {
  readonly nodeId: string
  /** As people know it: its host, or what the configuration calls it. */
  readonly name: string
  /** Of the program. */
  readonly version: string
  readonly address: string
  readonly startedAt: Timestamp
  /** What lies in a folder of its own and nowhere else. */
  readonly keeps: readonly KeptApart[]
  /** What one of a version before would take for something else. */
  readonly knows: readonly NodeKnowledge[]
}

export type KeptApart = 'evidence' | 'record-files' | 'records'

/** `moved-records`: that records may be on their way to other shards, and lie on another number of them from one moment on. */
export type NodeKnowledge = 'moved-records'

export const NODE_KNOWLEDGE: readonly NodeKnowledge[] = ['moved-records']

export interface KnownNode extends ServerNode {
  readonly beats: number
  /** By its own clock: for people. */
  readonly beatAt: Timestamp
}

export type Joined = { readonly kind: 'joined' } | { readonly kind: 'apart'; readonly from: KnownNode }

/** Whether two nodes would answer differently: what one of them takes in, the other would not find. */
export function areApart(one: Pick<ServerNode, 'keeps'>, other: Pick<ServerNode, 'keeps'>): boolean {
  return one.keeps.length > 0 || other.keeps.length > 0
}
