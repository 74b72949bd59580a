/** What a file may be at most; bytes. */
export interface IncomingLimits {
  /** CSV, JSON lines, Parquet. */
  readonly fileBytes: number
  readonly workbookBytes: number
}

export const INCOMING_LIMITS: IncomingLimits = {
  fileBytes: 4 * 2 ** 30,
  workbookBytes: 200 * 2 ** 20,
}
