/**
 * The bundle: one file that an assessment is exported as, to be verified on another machine without trusting the one that
 * wrote it. A UTF-8 text, one record a line, each line the canonical JSON of its record, in the order of `RECORD_ORDER`. The
 * last line seals it: the digest of every byte before. `read-record` and `record-line` are the two ways through this
 * format; `verify-bundle` recomputes all that it says.
 */
import type { CenterId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Timestamp } from '../kernel/timestamp.ts'
import type { ChainHead, Digest, LedgerHeader } from '../ledger/chain.ts'
import type { Terms } from '../ledger/ledger-event.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { ShortCode } from '../scoring/verification-code.ts'

export type BundleRecord =
  | OpeningRecord
  | { readonly kind: 'notice'; readonly text: string }
  /** As it was adopted: its shape is checked when it is used. */
  | { readonly kind: 'rubric'; readonly rubric: unknown }
  /** 口径 given before the ledger began; those given since are events. */
  | { readonly kind: 'interpretation'; readonly interpretation: Interpretation }
  | CalendarRecord
  | EvidenceRecord
  | EntryRecord
  | SheetRecord
  | ManifestRecord
  | { readonly kind: 'seal'; readonly digest: Digest }

export const BUNDLE_FORMAT = 'mingheng-bundle/1'

export interface OpeningRecord {
  readonly kind: 'bundle'
  readonly format: typeof BUNDLE_FORMAT
  readonly header: LedgerHeader
  /** Null for the whole assessment; a center for its own part, in which what others' events say is withheld. */
  readonly centerId: CenterId | null
  readonly madeAt: Timestamp
  /** The version of the program that wrote it. */
  readonly program: string
}

/** A calendar that some deadline was counted with. */
export interface CalendarRecord {
  readonly kind: 'calendar'
  readonly version: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly restDays: readonly PlainDate[]
  readonly workDays: readonly PlainDate[]
}

/** A file by its SHA-256; the file itself lies elsewhere. Null where only its digest is known. */
export interface EvidenceRecord {
  readonly kind: 'evidence'
  readonly digest: string
  readonly bytes: number | null
  readonly mediaType: string | null
}

/** An entry of the chain. `event` is its body, as it was written; null where it is withheld. */
export interface EntryRecord {
  readonly kind: 'entry'
  readonly seq: number
  readonly event: unknown
  readonly bodyDigest: Digest
  readonly digest: Digest
}

/** A sheet as of the last entry, with the code that is printed on it. */
export interface SheetRecord {
  readonly kind: 'sheet'
  readonly centerId: CenterId
  readonly sheet: unknown
  readonly sheetDigest: Digest
  readonly code: ShortCode
}

/** What the bundle holds, counted, so that nothing can be left out in silence. */
export interface ManifestRecord {
  readonly kind: 'manifest'
  readonly counts: BundleCounts
  readonly head: ChainHead
  readonly terms: Terms | null
}

export interface BundleCounts {
  readonly interpretations: number
  readonly calendars: number
  readonly evidence: number
  /** Of all files together, as far as their sizes are known. */
  readonly evidenceBytes: number
  readonly entries: number
  readonly withheld: number
  readonly centers: number
  readonly findings: number
  readonly bonuses: number
  readonly sheets: number
  /** The sum of all sheets' scores, in hundredths. */
  readonly scores: number
}

export type RecordKind = BundleRecord['kind']

/** What may follow what: a kind never comes before one that stands earlier here. */
export const RECORD_ORDER: readonly RecordKind[] = [
  'bundle',
  'notice',
  'rubric',
  'interpretation',
  'calendar',
  'evidence',
  'entry',
  'sheet',
  'manifest',
  'seal',
]

/** Those of which there is exactly one. */
export const SINGLE_RECORDS: readonly RecordKind[] = ['bundle', 'notice', 'rubric', 'manifest', 'seal']

/** What each is called by people. */
export const RECORD_NAMES: Readonly<Record<RecordKind, string>> = {
  bundle: '开头',
  notice: '通知',
  rubric: '细则',
  interpretation: '口径',
  calendar: '日历',
  evidence: '证据',
  entry: '台账',
  sheet: '得分表',
  manifest: '清单',
  seal: '封记',
}
