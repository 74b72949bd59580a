import { databaseFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { isCorruption } from '../sql/corruption.ts'

/**
 * Does `work` and turns what can befall a database server into a value. What is a bug (a broken constraint, wrong SQL) is
 * thrown on. `about` says of what it was, where a row is damaged.
 */
export async function guardedPostgres<Value>(
  place: string,
  work: () => Promise<Value>,
  about = '',
): Promise<Stored<Value>> {
  try {
    return accepted(await work())
  } catch (error) {
    const fault = faultOf(place, error, about)
    if (fault === null) throw error
    return fault
  }
}

/** True for a row that a uniqueness, check or foreign key rule or a trigger of the schema refuses. */
export function isPostgresConstraintError(error: unknown): error is Error {
  const code = codeOf(error)
  return code.startsWith('23') || code === 'P0001'
}

/** True where a row of the table is there already. */
export function isUniqueViolation(error: unknown, table: string): error is Error {
  return codeOf(error) === '23505' && error instanceof Error && 'table' in error && error.table === table
}

/** True where another transaction was in the way and the same work, done again, may succeed. */
export function isInTheWay(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error))
}

/** True where a lock was waited for as long as may be. */
export function isLockRefused(error: unknown): boolean {
  return codeOf(error) === LOCK_REFUSED
}

/** Which key of which rule was there already, where that is what was refused. */
export function doubledKey(error: unknown): string | null {
  if (codeOf(error) !== '23505') return null
  return error instanceof Error && 'detail' in error ? String(error.detail) : ''
}

/** By PostgreSQL's SQLSTATE (https://www.postgresql.org/docs/15/errcodes-appendix.html), and by what the network says. */
function faultOf(place: string, error: unknown, about: string): Extract<Stored<never>, { ok: false }> | null {
  const message = error instanceof Error ? error.message : ''
  if (isCorruption(error)) return databaseFault('store-corrupted', place, about + message)
  const code = codeOf(error)
  if (code === '22021') return databaseFault('store-unfit', place)
  if (code === '53100') return databaseFault('store-full', place)
  if (code === '25006') return databaseFault('store-read-only', place)
  if (/^XX00[12]$/.test(code)) return databaseFault('store-corrupted', place, about + message)
  if (isInTheWay(error) || BUSY.has(code) || message === ALL_LENT) return databaseFault('store-busy', place)
  if (/^(?:08|28|57P|3D)/.test(code) || NETWORK.test(code) || LOST.test(message))
    return databaseFault('store-unreachable', place, message === '' ? code : message)
  return null
}

const LOCK_REFUSED = '55P03'

/** `25P03`: whose turn it was did nothing for as long as it may, because its machine had other things to do. */
const BUSY = new Set([LOCK_REFUSED, '25P03', '57014', '53300', '53200', '53400'])

/** The pool's sentence where every connection was lent for as long as one may wait. Of a new connection it says another. */
const ALL_LENT = 'timeout exceeded when trying to connect'

/** Node's names for what befalls a connection. */
const NETWORK = /^(?:ECONN\w+|ENOTFOUND|EAI_\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|EACCES)$/

/** The driver's own sentences, which bear no code. */
const LOST = /^(?:Connection terminated|timeout expired|Query read timeout|Client has encountered a connection error)/i

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
