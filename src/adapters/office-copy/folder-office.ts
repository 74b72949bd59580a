import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { OfficeSource, OfficeTarget } from '../../app/ports/office-copy.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { takeDataFolder } from '../files/data-folder.ts'
import { markMoved, markMoving, movingInto } from '../files/moving-mark.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { openCheckedSqliteSql } from '../sqlite/sqlite-sql.ts'
import { copiedRows } from './copied-rows.ts'
import { firstFilled } from './first-filled.ts'
import { moveRefusal } from './move-refusals.ts'
import { OFFICE_STORES } from './office-tables.ts'

const fileOf = (folder: string, store: string): string => join(folder, `${store}.sqlite`)

/** An office in the SQLite files of a data folder, which is held against servers as a server holds it against others. */
export async function folderSource(path: string): Promise<Outcome<OfficeSource>> {
  const from = movingInto(path)
  if (from !== null) return moveRefusal('move-source-moving', path, from)
  for (const { name, migrations } of OFFICE_STORES) {
    const file = fileOf(path, name)
    if (!existsSync(file)) return storeFault('store-unreachable', file, '没有这个文件')
    const version = versionOf(file)
    if (!version.ok) return version
    if (version.value < migrations.length) return moveRefusal('move-source-older', path)
  }
  const taken = takeDataFolder(path)
  if (!taken.ok) return taken.refusal.code === 'store-busy' ? moveRefusal('move-in-use', path) : taken
  const opened = await openFiles(path)
  if (!opened.ok) {
    taken.value.release()
    return opened
  }
  const { databaseOf, close } = opened.value
  return accepted({
    ...copiedRows(databaseOf),
    place: path,
    close: async () => {
      await close()
      taken.value.release()
    },
  })
}

/** An office to be, in a data folder that is made where it is missing; what else the folder holds (evidence, records) stays. */
export async function folderTarget(path: string): Promise<Outcome<OfficeTarget>> {
  const taken = takeDataFolder(path, true)
  if (!taken.ok) return taken.refusal.code === 'store-busy' ? moveRefusal('move-in-use', path) : taken
  // What a move that broke off left goes before it is opened: it may be of another version.
  const leftBy = movingInto(path)
  if (leftBy !== null) for (const { name } of OFFICE_STORES) removeDatabase(fileOf(path, name))
  const opened = await openFiles(path)
  if (!opened.ok) {
    taken.value.release()
    return opened
  }
  const { databaseOf, close } = opened.value
  const rows = copiedRows(databaseOf)
  return accepted({
    ...rows,
    place: path,
    begin: async (from) => {
      const filled = await firstFilled(rows)
      if (!filled.ok) return filled
      if (filled.value !== null) return moveRefusal('move-target-filled', path, filled.value.name, filled.value.rows)
      markMoving(path, from)
      return accepted(null)
    },
    finish: async () => {
      markMoved(path)
      return accepted(null)
    },
    close: async () => {
      await close()
      taken.value.release()
    },
  })
}

interface OpenFiles {
  readonly databaseOf: (store: string) => SqlDatabase
  readonly close: () => Promise<void>
}

async function openFiles(path: string): Promise<Stored<OpenFiles>> {
  const databases = new Map<string, SqlDatabase>()
  const close = async () => {
    for (const database of databases.values()) await database.close()
  }
  for (const { name, migrations } of OFFICE_STORES) {
    const opened = openCheckedSqliteSql(fileOf(path, name), migrations)
    if (!opened.ok) {
      await close()
      return opened
    }
    databases.set(name, opened.value)
  }
  const databaseOf = (store: string): SqlDatabase => {
    const found = databases.get(store)
    if (found === undefined) throw new Error(`no store ${store}`)
    return found
  }
  return accepted({ databaseOf, close })
}

/** Read without opening the file as a store, which would bring it to the last version. */
function versionOf(file: string): Stored<number> {
  return guarded(file, () => {
    const connection = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
    try {
      const row = connection.prepare('PRAGMA user_version').get() as Readonly<Record<string, unknown>> | undefined
      return Number(row?.['user_version'])
    } finally {
      connection.close()
    }
  })
}

function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
}
