import type { RecordFault } from '../../../core/records/record-faults.ts'

/** A file whose records have to be written anew for DuckDB: its header, then its rows, in batches and only once. */
export interface IncomingTable {
  /** Without blanks, each once. */
  readonly header: readonly string[]
  /** Halts where the file turns out to be none. */
  readonly rows: AsyncIterable<readonly IncomingRow[]>
}

export interface IncomingRow {
  /** As the person's file counts. */
  readonly row: number
  /** One for each column of the header. */
  readonly cells: readonly string[]
  /** Where there are any, the cells are only for showing. */
  readonly faults: readonly RecordFault[]
}
