import { refusedRecords, type RecordRefusalCode } from '../../../app/ports/record-refusals.ts'
import type { Outcome } from '../../../core/kernel/outcome.ts'
import { unlessDiskFails } from '../disk-faults.ts'

export interface ImportPlace {
  /** The store's folder, for what its disk refuses. */
  readonly root: string
  readonly memoryMegabytes: number
  readonly signal: AbortSignal | null
}

/** Answers as refusals what the disk, the memory limit and the person who stops an import do to it. Bugs are thrown on. */
export async function unlessImportFails<Value, Code extends string = RecordRefusalCode>(
  { root, memoryMegabytes, signal }: ImportPlace,
  work: () => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | RecordRefusalCode>> {
  return unlessDiskFails<Value, Code | RecordRefusalCode>(root, async () => {
    try {
      return await work()
    } catch (error) {
      if (signal?.aborted === true && isInterruption(error, signal)) return refusedRecords('import-stopped')
      if (error instanceof Error && error.message.startsWith('Out of Memory Error: '))
        return refusedRecords('import-out-of-memory', `${memoryMegabytes} MB`)
      throw error
    }
  })
}

/** What DuckDB says where a row is no row: too few cells, too many, a quote that does not close. */
export function isRejectedCsv(error: unknown): boolean {
  return error instanceof Error && REJECTED.test(error.message)
}

/** The last is about a row that is longer than all that is read at a time. */
const REJECTED =
  /^(?:Invalid Input Error: (?:CSV Error|Error in file|Error when)|Not implemented Error: The Parallel CSV Reader)/

function isInterruption(error: unknown, signal: AbortSignal): boolean {
  return error === signal.reason || (error instanceof Error && error.message.startsWith('INTERRUPT Error'))
}
