import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { isBusyError } from '../sqlite/sqlite-fault.ts'

/**
 * Who has a folder of records open, among all programs on the machine. The locks are those of an empty SQLite file: the system
 * takes them back from a program that dies.
 */
export interface StoreLock {
  /** Does `work` if nobody else has the folder open; null where somebody has. Before `enter`. */
  readonly ifAlone: <Value>(work: () => Promise<Value>) => Promise<Value | null>
  /** From now on others see that somebody has it open. */
  readonly enter: () => void
  /** Does `work` while no other program changes the records; null where one does. */
  readonly whileChanging: <Value>(work: () => Promise<Value>) => Promise<Value | null>
  readonly close: () => void
}

/** Throws what SQLite throws. */
export function storeLock(path: string): StoreLock {
  const presence = open(path, WAIT_MS)
  const change = open(path, 0)
  let changing = 0
  return {
    ifAlone: async (work) => {
      if (!begin(change, 'EXCLUSIVE')) return null
      try {
        return await work()
      } finally {
        change.exec('ROLLBACK')
      }
    },
    enter: () => {
      presence.exec('BEGIN')
      presence.prepare('SELECT count(*) FROM sqlite_schema').get()
    },
    whileChanging: async (work) => {
      if (changing === 0 && !begin(change, 'IMMEDIATE')) return null
      changing += 1
      try {
        return await work()
      } finally {
        changing -= 1
        if (changing === 0) change.exec('ROLLBACK')
      }
    },
    close: () => {
      presence.close()
      change.close()
    },
  }
}

/** Another program that opens the folder may be sweeping it. */
const WAIT_MS = 10_000

function open(path: string, timeout: number): DatabaseSyncInstance {
  const database = new DatabaseSync(path, { timeout })
  database.exec('PRAGMA journal_mode = DELETE')
  return database
}

/** False where another program stands in the way. */
function begin(database: DatabaseSyncInstance, mode: 'EXCLUSIVE' | 'IMMEDIATE'): boolean {
  try {
    database.exec(`BEGIN ${mode}`)
    return true
  } catch (error) {
    if (isBusyError(error)) return false
    throw error
  }
}
