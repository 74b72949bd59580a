import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { storeFault } from '../../../app/ports/store-fault.ts'
import { errnoOf } from '../../evidence/durable-files.ts'
import { guardedAsync } from '../../sqlite/sqlite-fault.ts'

export interface ImportPlace {
  /** The store's folder, for what its disk refuses. */
  readonly root: string
  readonly memoryMegabytes: number
  readonly signal: AbortSignal | null
}

/** Answers as refusals what the disk, the memory limit and the person who stops an import do to it. Bugs are thrown on. */
export async function unlessImportFails<Value>(
  place: ImportPlace,
  work: () => Promise<Kept<Value>>,
): Promise<Kept<Value>> {
  const tried = async (): Promise<Kept<Value>> => {
    try {
      return await work()
    } catch (error) {
      const refusal = refusalOf(error, place)
      if (refusal === null) throw error
      return refusal
    }
  }
  const ended = await guardedAsync(place.root, tried())
  return ended.ok ? ended.value : ended
}

/** What DuckDB says where a row is no row: too few cells, too many, a quote that does not close. */
export function isRejectedCsv(error: unknown): boolean {
  return error instanceof Error && REJECTED.test(error.message)
}

/** The last is about a row that is longer than all that is read at a time. */
const REJECTED =
  /^(?:Invalid Input Error: (?:CSV Error|Error in file|Error when)|Not implemented Error: The Parallel CSV Reader)/

function refusalOf(
  error: unknown,
  { root, memoryMegabytes, signal }: ImportPlace,
): Extract<Kept<never>, { ok: false }> | null {
  if (signal?.aborted === true && isInterruption(error, signal)) return refusedRecords('import-stopped')
  const errno = errnoOf(error)
  if (errno !== null) return faultOfDisk(root, errno)
  if (!(error instanceof Error)) return null
  const [word = '', detail = ''] = error.message.split(' Error: ', 2)
  if (word === 'Out of Memory') return refusedRecords('import-out-of-memory', `${memoryMegabytes} MB`)
  if (word !== 'IO') return null
  if (FULL_TEXT.test(detail)) return storeFault('store-full', root)
  return storeFault('store-unreachable', root, detail.split('\n')[0] ?? '')
}

function isInterruption(error: unknown, signal: AbortSignal): boolean {
  return error === signal.reason || (error instanceof Error && error.message.startsWith('INTERRUPT Error'))
}

function faultOfDisk(root: string, errno: string): Extract<Kept<never>, { ok: false }> {
  if (FULL.has(errno)) return storeFault('store-full', root)
  return CLOSED.has(errno) ? storeFault('store-read-only', root) : storeFault('store-unreachable', root, errno)
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FULL_TEXT = /No space left|Disk quota exceeded|File too large|max_temp_directory_size/
const CLOSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM'])
