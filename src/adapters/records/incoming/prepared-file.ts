import type { FileLook } from '../../../app/ports/record-store.ts'
import type { FaultyRows } from './faulty-rows.ts'

/** A file that a person handed in, as DuckDB can read it at full speed. */
export interface PreparedFile {
  readonly look: FileLook
  readonly table: PreparedTable
  /** The row in the person's file of the n-th data record (from 0), as a spreadsheet counts: the header is row 1. */
  readonly rowOf: (index: number) => number
  /**
   * Rows with cells that hold nothing usable, and lines that are no records: found on the way and left out of `table`, which
   * cannot show them. Where there is one, nothing of the file may be imported. Readable until `discard`.
   */
  readonly faulty: FaultyRows
  /** Removes what was written to the work folder. The person's own file is never touched. */
  readonly discard: () => Promise<void>
}

/** Nobody reads more faults of one file. */
export const MOST_FAULTS = 1000

/** Characters: DuckDB takes no row of more than 2,000,000 bytes. */
export const LONGEST_ROW = 600_000

/**
 * CSV: UTF-8, with one kind of line end and without blank records, `look.header` in its first record, quoted by `"`, which is
 * doubled within quotes. The person's own file where it is one already; it may begin with a byte order mark then.
 * Parquet: `texts` are what DuckDB has to select for each column of `look.header`: the value as text, null where there is none.
 */
export type PreparedTable =
  | { readonly kind: 'csv'; readonly path: string; readonly delimiter: CsvDelimiter }
  | { readonly kind: 'parquet'; readonly path: string; readonly texts: readonly string[] }

export type CsvDelimiter = ',' | '\t' | ';'
