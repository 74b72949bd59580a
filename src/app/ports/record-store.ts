import type { CenterId, PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { RecordFault } from '../../core/records/record-faults.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { RecordRefusalCode } from './record-refusals.ts'

/**
 * Operational records of a district: imported whole files at a time or not at all, kept by data set and month, read in
 * place by SQL. Every method names the tenant first and sees nothing of another. A correction adds a version; what was
 * imported before stays visible.
 */
export interface RecordStore {
  /** Looks at a file without keeping anything: what it is, its header, its first rows. */
  readonly look: (file: SourceFile) => Promise<Kept<FileLook>>
  /**
   * For each group of columns, the values that stand in them together over the whole file, each once and empty cells as '';
   * null for a group with more than `most`, and where the file is no table throughout. Keeps nothing.
   */
  readonly distinct: (
    file: SourceFile,
    groups: readonly (readonly string[])[],
    most: number,
    watch: Watch,
  ) => Promise<Kept<readonly DistinctValues[]>>
  /** Maps and checks every row as an import would, and keeps nothing. */
  readonly preview: (tenantId: TenantId, asked: ImportAsked, watch: Watch) => Promise<Kept<ImportPreview>>
  /** All rows or none. The same content again changes nothing (`unchanged` counts them). */
  readonly importFile: (
    tenantId: TenantId,
    asked: ImportAsked,
    by: ImportStamp,
    watch: Watch,
  ) => Promise<Kept<ImportOutcome>>
  /** Newest first. */
  readonly imports: (tenantId: TenantId) => Promise<Kept<readonly ImportReport[]>>
  /** The error file of a refused import; null where there is none, or no longer. */
  readonly errors: (tenantId: TenantId, importId: string) => Promise<Kept<ErrorFile | null>>
  /** Of these tenants, those in which `sweep` would find something. */
  readonly dueTenants: (tenants: readonly TenantId[], before: Timestamp) => Promise<Kept<readonly TenantId[]>>
  /**
   * Removes error files, and the originals kept for them, of imports refused before the time: they hold what people wrote,
   * unmasked. How many. An error file whose correction was imported is removed at once.
   */
  readonly sweep: (tenantId: TenantId, before: Timestamp) => Promise<Kept<number>>
  /** Every version of a record, the first one first; columns as SQL names them. Empty where there is none. */
  readonly versions: (
    tenantId: TenantId,
    dataSet: DataSetName,
    recordKey: string,
  ) => Promise<Kept<readonly RecordRow[]>>
  /** Exactly one version of one record; null where there is none. */
  readonly record: (tenantId: TenantId, recordRef: string) => Promise<Kept<RecordRow | null>>
  /** What is held now, with a digest over it: the same records give the same digest. */
  readonly holdings: (tenantId: TenantId) => Promise<Kept<Holdings>>
  /**
   * Counts the working days of all current records anew where `line` counts otherwise than they were counted with, as every
   * import does: before numbers of the line are compared with theirs. Other numbers make another digest.
   */
  readonly recount: (tenantId: TenantId, line: WorkdayLine, at: Timestamp, watch: Watch) => Promise<Kept<null>>
  /**
   * Runs one SELECT over the tenant's current records and nothing else. Values are strings, whole numbers within 2^53 or null;
   * days are `2021-03-01`, times `2021-03-01 09:30:00`, truths 1 and 0, and fractions are refused. Rows are sorted by all columns.
   */
  readonly query: (tenantId: TenantId, asked: QueryAsked) => Promise<Kept<QueryAnswer>>
  readonly close: () => void
}

export type Kept<Value> = Outcome<Value, RecordRefusalCode>

/** `fileName` is what the person knows it by: messages name this, never the path. */
export interface SourceFile {
  readonly path: string
  readonly fileName: string
}

/** Nothing is held open before `content` is read, and it can be read once. */
export interface ErrorFile {
  readonly bytes: number
  readonly content: AsyncIterable<Uint8Array>
}

/** Centers by id: `center-unknown` for any other. */
export interface ImportAsked extends SourceFile {
  readonly profile: ImportProfile
  readonly centers: readonly CenterId[]
  readonly line: WorkdayLine
  /** More current records than this are refused whole, as `records-quota-full`; null or nothing said: no limit. */
  readonly mostRecords?: number | null
}

/** `importId` is made by the caller: after a crash it tells whether the import was committed. Never used twice. */
export interface ImportStamp {
  readonly importId: string
  readonly by: PersonId
  readonly at: Timestamp
}

/** Called at most a few times a second. `signal` stops the work and leaves everything as before. */
export interface Watch {
  readonly onProgress: (progress: ImportProgress) => void
  readonly signal: AbortSignal | null
}

/** `rows` and `total` count rows where known, else bytes; the caller derives rate and remaining time. */
export interface ImportProgress {
  readonly step: 'decoding' | 'reading' | 'checking' | 'comparing' | 'writing'
  readonly done: number
  /** Null where it is not known yet. */
  readonly total: number | null
  readonly unit: 'rows' | 'bytes'
}

export interface FileLook {
  readonly kind: 'csv' | 'xlsx' | 'jsonl' | 'parquet'
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | null
  readonly bytes: number
  /** SHA-256 of the file. */
  readonly digest: string
  readonly header: readonly string[]
  /** The first rows as text, at most 200. */
  readonly sample: readonly (readonly string[])[]
}

export type DistinctValues = readonly (readonly string[])[] | null

export interface ImportPreview {
  readonly rows: number
  readonly good: number
  /** How many rows have a fault. */
  readonly faulty: number
  /** Of the first 1,000 faults. */
  readonly faults: readonly RecordFault[]
  /** The first 50 good rows as they would be kept. */
  readonly sample: readonly RecordRow[]
}

/**
 * `errorFile` lies in the store: a CSV of the faulty rows only, with what is wrong with each, which can be corrected and
 * imported again as it is; it then stands for the whole file that it came from, of which the store keeps a copy.
 */
export type ImportOutcome =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | {
      readonly kind: 'faulty'
      readonly rows: number
      readonly faulty: number
      /** The first 1,000. */
      readonly faults: readonly RecordFault[]
      readonly errorFile: string
    }

export interface ImportReport {
  readonly importId: string
  readonly fileName: string
  readonly fileDigest: string
  readonly profileId: string
  readonly dataSet: DataSetName
  readonly source: string
  readonly by: PersonId
  readonly at: Timestamp
  readonly rows: number
  /** Records that were not known. */
  readonly added: number
  /** Records that took the place of an earlier version. */
  readonly corrected: number
  /** Records that were there already, the same in every field. */
  readonly unchanged: number
  /** Faulty rows that the error file of a correction no longer had; not among `rows`. */
  readonly leftOut: number
  readonly months: readonly string[]
  readonly calendarVersion: string
}

export type RecordRow = Readonly<Record<string, string | number | null>>

export interface Holdings {
  /** SHA-256 over what is held: names and digests of all current files. */
  readonly digest: string
  readonly calendarVersion: string | null
  /** Of the line that the first import was counted with: every later import is counted from it too. Null before the first. */
  readonly anchor: PlainDate | null
  readonly sets: readonly SetHoldings[]
}

/** What is held of one month, and from where: how many records of each source, and how many imports changed any of its month. */
export interface MonthHoldings {
  readonly month: string
  readonly records: number
  readonly sources: readonly { readonly source: string; readonly records: number; readonly imports: number }[]
}

export interface SetHoldings {
  readonly dataSet: DataSetName
  readonly records: number
  readonly months: readonly MonthHoldings[]
  readonly sources: readonly string[]
  readonly lastImportAt: Timestamp | null
}

/**
 * `sql` may name the data sets, and `centers(center_id)`, `days(day, month, weekday, is_working_day, start_day, stop_day)`
 * (every day of the line within from..to; `weekday` 1 is Monday and 7 Sunday, `is_working_day` 1 or 0), `months(month,
 * first_day, last_day)`. Parameters stand in it already.
 */
export interface QueryAsked {
  readonly sql: string
  readonly dataSets: readonly DataSetName[]
  readonly centers: readonly CenterId[]
  readonly line: WorkdayLine
  readonly from: PlainDate
  readonly to: PlainDate
  /** More rows than this are refused, never cut. */
  readonly maxRows: number
  readonly signal: AbortSignal | null
  /**
   * What was answered before to the very same, with nothing changed of all that the answer depends on, may be answered again
   * without reading records. That they are there is looked at all the same.
   */
  readonly mayBeKept?: boolean
}

export interface QueryAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** It was answered before, and no record was read for it now. */
  readonly isKept?: boolean
}
