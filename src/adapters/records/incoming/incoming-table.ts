import type { FaultyRow } from './faulty-rows.ts'

/** A file whose records have to be written anew for DuckDB: its header, then its rows, in batches and only once. */
export interface IncomingTable {
  /** Without blanks, each once. */
  readonly header: readonly string[]
  /** Halts where the file turns out to be none. */
  readonly rows: AsyncIterable<readonly IncomingRow[]>
}

/** One cell for each column of the header. Where there are faults, the cells are as the file has them. */
export type IncomingRow = FaultyRow
