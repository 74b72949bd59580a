import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { movingInto } from './moving-mark.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'

/** The folder with everything that a server keeps, held by one server at a time. */
export interface DataFolder {
  readonly path: string
  readonly isWritable: () => Promise<boolean>
  readonly freeBytes: () => Promise<number>
  readonly release: () => void
}

/**
 * Makes the folder where it is missing, readable by its owner only, and takes it: `store-busy` where another server has it, and
 * `store-moving` where an office is being moved into it, but for whoever moves. The operating system gives the lock back
 * whenever the process ends, however it ends.
 */
export function takeDataFolder(path: string, isForMoving = false): Stored<DataFolder> {
  try {
    makeFolders(resolve(path))
  } catch (error) {
    return storeFault('store-unreachable', path, error instanceof Error && 'code' in error ? String(error.code) : '')
  }
  const lock = join(path, 'server.lock')
  const opened = guarded(lock, () => new DatabaseSync(lock, { timeout: 0 }))
  if (!opened.ok) return opened
  // A file that may only be read is locked for nobody else, and only writing shows it; what is written here is never committed.
  const taken = guarded(lock, () => opened.value.exec('BEGIN EXCLUSIVE; CREATE TABLE held (by)'))
  const whole = taken.ok && !isForMoving ? unlessMoving(path) : taken
  const writable = whole.ok ? databasesWritable(path) : whole
  if (!writable.ok) {
    opened.value.close()
    return writable
  }
  return accepted({
    path,
    isWritable: async () => {
      const probe = join(path, `.probe-${randomUUID()}`)
      try {
        await writeFile(probe, 'probe', { flush: true })
        await rm(probe)
        return true
      } catch {
        return false
      }
    },
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(path)
      return bavail * bsize
    },
    release: () => opened.value.close(),
  })
}

/** One by one: making them all at once, Node goes round for ever in a file system that takes none. */
function makeFolders(path: string): void {
  if (existsSync(path)) return
  makeFolders(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** Half an office is none. */
function unlessMoving(path: string): Stored<null> {
  const from = movingInto(path)
  return from === null ? accepted(null) : storeFault('store-moving', path, from)
}

/** A server that could not record anything would only find out at the first act. */
function databasesWritable(path: string): Stored<null> {
  for (const name of readdirSync(path).filter((one) => one.endsWith('.sqlite'))) {
    const file = join(path, name)
    try {
      closeSync(openSync(file, 'r+'))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      return code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? storeFault('store-read-only', file)
        : storeFault('store-unreachable', file, code)
    }
  }
  return accepted(null)
}
