import type { FileAnswer } from './proof-files.ts'

/** Writes files as other systems export them, in their encodings and forms: for example years, trials and benches. */
export interface SourceExports {
  /** Makes the folder where it is missing; a file of that name is replaced. */
  readonly open: (path: string, form: ExportForm) => Promise<FileAnswer<SourceExport>>
}

export interface ExportForm {
  readonly kind: 'csv' | 'xlsx' | 'jsonl'
  /** Of text; sheets have none. UTF-16 has its byte order mark. */
  readonly encoding: ExportEncoding
  readonly header: readonly string[]
}

export type ExportEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'gb18030'

export interface SourceExport {
  /** Cells in the order of the header; answers a promise only where the disk is slower than the writer. */
  readonly write: (cells: readonly ExportCell[]) => Promise<void> | null
  /** How many bytes the file has, or the first thing that went wrong since it was opened. */
  readonly close: () => Promise<FileAnswer<number>>
}

/** Null is an empty cell, in JSON lines a null. A date, for sheets only, is the clock on the wall as if it were UTC. */
export type ExportCell = string | number | Date | null
