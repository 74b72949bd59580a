import type { DeclaredFeed } from '../../core/detection/coverage.ts'
import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Correction } from '../../core/rubric/correction.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { FileFault } from './file-fault.ts'
import type { NoticeText } from './text-source.ts'

/** Folders that hold a notice and what belongs to it: corrections of its reading, interpretations, centers, calendars, detections, coverage, a ledger. */
export interface NoticeArchive {
  readonly open: (folder: string) => Promise<ArchiveAnswer<NoticeFolder>>
  /** The folders directly in `parent` that hold a notice, by name. */
  readonly list: (parent: string) => Promise<readonly string[]>
  /** Copies the notice and what belongs to it to `target`, with `events` as its ledger; files of the same name are replaced. */
  readonly deposit: (
    folder: string,
    target: string,
    events: readonly LedgerEvent[],
  ) => Promise<ArchiveAnswer<readonly string[]>>
}

export type ArchiveAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: ArchiveFault }

/** `calendar` and `ledger` are null where the folder has none; lists are then empty. */
export interface NoticeFolder {
  readonly path: string
  readonly notice: NoticeText
  /** What is read otherwise than the compiler reads it; they must fit the notice. */
  readonly corrections: readonly Correction[]
  readonly interpretations: readonly Interpretation[]
  readonly centers: readonly Center[]
  readonly calendar: WorkingCalendar | null
  /** Every `detections/….sql`, by name, as it was read: `parse-detection.ts` says what is wrong with one. */
  readonly detections: readonly DetectionText[]
  readonly coverage: readonly DeclaredFeed[]
  readonly ledger: readonly LedgerEvent[] | null
}

export interface DetectionText {
  /** The file's name without `.sql`. */
  readonly name: string
  readonly text: string
}

export interface Center {
  readonly id: CenterId
  readonly name: string
}

export type ArchiveFault =
  | FileFault
  | { readonly code: 'folder-missing'; readonly path: string }
  | { readonly code: 'folder-is-file'; readonly path: string }
  | { readonly code: 'folder-without-notice'; readonly path: string }
  /** Several files are named as the notice; `names` says which. */
  | { readonly code: 'folder-with-notices'; readonly path: string; readonly names: readonly string[] }
  | { readonly code: 'folder-not-written'; readonly path: string; readonly detail: string }
  | { readonly code: 'json-damaged'; readonly path: string; readonly line: number; readonly column: number }
  /** `place` is the path of the field within the file: `[2].decidedOn`. */
  | {
      readonly code: 'field-wrong'
      readonly path: string
      readonly place: string
      readonly found: string
      readonly expected: string
    }
  | { readonly code: 'ledger-damaged'; readonly path: string; readonly detail: string }
