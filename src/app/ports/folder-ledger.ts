import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { ArchiveAnswer } from './notice-archive.ts'

/** `ledger.jsonl` of an assessment folder, where the terminal itself has something to tell. */
export interface FolderLedger {
  /**
   * Adds the events after those that were read, all or none: whoever is interrupted finds the file as before or as after.
   * `moved` where it no longer ends as it did when it was read; nothing is then written.
   */
  readonly append: (
    folder: string,
    read: readonly LedgerEvent[],
    events: readonly LedgerEvent[],
  ) => Promise<ArchiveAnswer<'appended' | 'moved'>>
  readonly pathOf: (folder: string) => string
}
