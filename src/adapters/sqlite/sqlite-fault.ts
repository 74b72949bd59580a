import { accepted } from '../../core/kernel/outcome.ts'
import { CORRUPT } from '../sql/corruption.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'

/**
 * Does `work` and turns what a disk can do to a database into a value. What is a bug (a broken constraint, wrong SQL) is thrown
 * on. `about` says of what it was, where a part of the file is damaged.
 */
export function guarded<Value>(path: string, work: () => Value, about = ''): Stored<Value> {
  try {
    return accepted(work())
  } catch (error) {
    return faultOrThrow(path, error, about)
  }
}

/** The same of work that is waited for. */
export async function guardedAsync<Value>(path: string, work: Promise<Value>, about = ''): Promise<Stored<Value>> {
  try {
    return accepted(await work)
  } catch (error) {
    return faultOrThrow(path, error, about)
  }
}

/** True for a row that a uniqueness or foreign key rule or a trigger of the schema refuses. */
export function isConstraintError(error: unknown): error is Error {
  return resultCode(error) === CONSTRAINT
}

/** True where another program holds the file, for longer than was waited. */
export function isBusyError(error: unknown): boolean {
  return resultCode(error) === BUSY || resultCode(error) === LOCKED
}

/** True where a statement does not fit the schema: in a file of the right version, the schema itself is damaged. */
export function isSchemaError(error: unknown): error is Error {
  return resultCode(error) === SCHEMA
}

const SCHEMA = 1
const BUSY = 5
const LOCKED = 6
const CONSTRAINT = 19

function faultOrThrow(path: string, error: unknown, about: string): Extract<Stored<never>, { ok: false }> {
  const fault = faultOf(path, error, about)
  if (fault === null) throw error
  return fault
}

/** By SQLite's primary result codes: https://www.sqlite.org/rescode.html */
function faultOf(path: string, error: unknown, about: string): Extract<Stored<never>, { ok: false }> | null {
  const detail = about + (error instanceof Error ? error.message : '')
  switch (resultCode(error)) {
    case 13:
      return storeFault('store-full', path)
    case 8:
      return storeFault('store-read-only', path)
    case CORRUPT:
    case 26:
      return storeFault('store-corrupted', path, detail)
    case BUSY:
    case LOCKED:
      return storeFault('store-busy', path)
    case 3:
    case 10:
    case 14:
    case 15:
    case 22:
    case 23:
      return storeFault('store-unreachable', path, detail)
    default:
      return null
  }
}

/**
 * An extended code carries the primary one in its low byte; 0 where the error is not SQLite's. The driver throws without a
 * code from iterators, where SQLite's own sentence must do, and for integers beyond those that are ever written.
 */
function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff
  if (error.message.startsWith('Value is too large to be represented')) return CORRUPT
  return 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? (CODES.get(error.message) ?? 0) : 0
}

const CODES: ReadonlyMap<string, number> = new Map([
  ['database is locked', BUSY],
  ['disk I/O error', 10],
  ['database disk image is malformed', CORRUPT],
  ['unable to open database file', 14],
  ['file is not a database', 26],
])
