import { refusedRecords, type RecordRefusalCode } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { storeFault } from '../../../app/ports/store-fault.ts'
import type { Refusal } from '../../../core/kernel/outcome.ts'
import { errnoOf } from '../../evidence/durable-files.ts'

const halts = new WeakMap<Error, Refusal<RecordRefusalCode>>()

/** Ends a stream half way with a refusal: a generator has no other way to answer one. Only under `unlessHalted`. */
export function halt({ refusal }: { readonly refusal: Refusal<RecordRefusalCode> }): never {
  const error = new Error(refusal.message)
  halts.set(error, refusal)
  throw error
}

export interface Surroundings {
  readonly path: string
  readonly fileName: string
  readonly workFolder: string
}

/** Answers as a refusal what halted a stream and what the disk refused. Bugs are thrown on. */
export async function unlessHalted<Value>(
  { path, fileName, workFolder }: Surroundings,
  work: () => Promise<Kept<Value>>,
): Promise<Kept<Value>> {
  try {
    return await work()
  } catch (error) {
    const refusal = error instanceof Error ? halts.get(error) : undefined
    if (refusal !== undefined) return { ok: false, refusal }
    const code = errnoOf(error)
    if (code === null) throw error
    if (FULL.has(code)) return storeFault('store-full', workFolder)
    const place = error instanceof Error && 'path' in error ? String(error.path) : path
    const isOfWork = place !== path && place.startsWith(workFolder)
    if (isOfWork && CLOSED.has(code)) return storeFault('store-read-only', workFolder)
    if (isOfWork) return storeFault('store-unreachable', workFolder, code)
    if (MISSING.has(code)) return refusedRecords('file-missing', fileName)
    return refusedRecords('file-unreadable', fileName, code)
  }
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const CLOSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM'])
const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR'])
