import type { PackageBounds } from '../../office-package/open-package.ts'

/** What a file may be at most; bytes. */
export interface IncomingLimits extends PackageBounds {
  /** CSV, JSON lines, Parquet. */
  readonly fileBytes: number
  readonly workbookBytes: number
  /** What a workbook may hold of shared text, which has to be kept in memory; characters. */
  readonly sharedCharacters: number
  /** A JSON array, which has to be kept in memory. */
  readonly arrayBytes: number
}

export const INCOMING_LIMITS: IncomingLimits = {
  fileBytes: 4 * 2 ** 30,
  workbookBytes: 200 * 2 ** 20,
  inflatedBytes: 8 * 2 ** 30,
  inflatedRatio: 400,
  sharedCharacters: 2 ** 28,
  arrayBytes: 64 * 2 ** 20,
}
