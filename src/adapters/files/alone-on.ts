import { isBusyError } from '../sqlite/sqlite-fault.ts'

/**
 * Does the work while no other program, and nobody else in this one, is alone on the same file; `busy` where somebody is.
 * The lock is the system's (SQLite takes it): it goes with a program that dies, and the empty file that stays locks nothing.
 */
export async function aloneOn<Value>(path: string, work: () => Promise<Value>): Promise<Value | 'busy'> {
  // Most commands write no ledger, and the engine takes a while.
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const lock = new DatabaseSync(path, { timeout: 0 })
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      if (isBusyError(error)) return 'busy'
      throw error
    }
    return await work()
  } finally {
    lock.close()
  }
}
