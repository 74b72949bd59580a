import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The id of the node that had a data folder last: whoever holds the folder now knows that one for dead. */
export interface NodeMark {
  /** Null where there was none, or it cannot be read: then it is found dead as any other node would be. */
  readonly read: () => string | null
  readonly write: (nodeId: string) => void
}

export function nodeMark(folder: string): NodeMark {
  const path = join(folder, 'node-id')
  return {
    read: () => {
      try {
        return readFileSync(path, 'utf8').trim()
      } catch {
        return null
      }
    },
    write: (nodeId) => writeFileSync(path, `${nodeId}\n`, { mode: 0o600 }),
  }
}
