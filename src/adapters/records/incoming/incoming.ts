import type { FileHandle } from 'node:fs/promises'
import type { IncomingLimits } from './incoming-limits.ts'

/** A file being taken in: what every reader of it is given. */
export interface Incoming {
  readonly path: string
  readonly fileName: string
  readonly file: FileHandle
  readonly bytes: number
  readonly limits: IncomingLimits
  /** Aborted where the person stops. */
  readonly signal: AbortSignal | null
  /** Told of what was read once, or a second time: both together are the way. May throw to stop. */
  readonly progress: Progress
  /** Whether somebody wrote to it since it was opened. */
  readonly hasChanged: () => Promise<boolean>
}

export interface Progress {
  /** Bytes of the file that were looked over. */
  readonly looked: (bytes: number) => void
  /** Bytes of the file, or what corresponds to them, that were made readable. */
  readonly decoded: (bytes: number) => void
}
