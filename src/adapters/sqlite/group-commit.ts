import { transaction, type Database } from './open-database.ts'
import { isBusyError } from './sqlite-fault.ts'

/** Does `work`, which is synchronous and writes nothing but the database, in a transaction; answers once it is on the disk. */
export type Commit = <Value>(work: () => Value) => Promise<Value>

/**
 * Waiting for the disk is most of what a small commit costs. What is asked for in one turn of the event loop is committed
 * together, in order; each is answered after the commit, and none sees less than its own transaction. Where anything in
 * the group throws, nothing of the group stays and each is done again by itself, so that nobody pays for another's fault.
 */
export function groupCommit(database: Database): Commit {
  let waiting: Job[] = []
  const flush = (): void => {
    const jobs = waiting
    waiting = []
    if (jobs.length > 1 && together(database, jobs)) return
    for (const job of jobs) alone(database, job)
  }
  return <Value>(work: () => Value) =>
    new Promise<Value>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({
        work: () => {
          const value = work()
          return () => resolve(value)
        },
        reject,
      })
    })
}

interface Job {
  /** Answers how to tell that it was done. */
  readonly work: () => () => void
  readonly reject: (error: unknown) => void
}

/** False where each has to be done by itself. */
function together(database: Database, jobs: readonly Job[]): boolean {
  try {
    const tell = transaction(database, () => jobs.map(({ work }) => work()))
    for (const one of tell) one()
    return true
  } catch (error) {
    if (!isBusyError(error)) return false
    for (const { reject } of jobs) reject(error)
    return true
  }
}

function alone(database: Database, { work, reject }: Job): void {
  try {
    transaction(database, work)()
  } catch (error) {
    reject(error)
  }
}
