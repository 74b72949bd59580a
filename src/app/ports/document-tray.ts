import type { FileAnswer } from './proof-files.ts'

/** Where documents lie between being made and being taken: each alone in a place that only this program reads. */
export interface DocumentTray {
  /** A path at which nothing stands; `ending` without its dot. */
  readonly place: (ending: string) => Promise<FileAnswer<string>>
  /** The file, which is gone once it is taken, or once nobody takes any more of it, even if nobody ever began. */
  readonly handOut: (path: string) => Promise<FileAnswer<HandedOut>>
  /** Leaves it under a name of the person's, where nothing may stand yet (`file-exists`). */
  readonly keep: (path: string, name: string) => Promise<FileAnswer<null>>
  readonly remove: (path: string) => Promise<void>
}

export interface HandedOut {
  readonly bytes: number
  readonly content: AsyncIterable<Uint8Array>
}
