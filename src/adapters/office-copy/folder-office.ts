import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficeSource, OfficeTarget } from '../../app/ports/office-copy.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { takeDataFolder } from '../files/data-folder.ts'
import { markMoved, markMoving, movingInto, storesMoving } from '../files/moving-mark.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openCheckedSqliteSql } from '../sqlite/sqlite-sql.ts'
import { copiedRows } from './copied-rows.ts'
import { isLastVersion } from './file-version.ts'
import { firstFilled } from './first-filled.ts'
import { moveRefusal } from './move-refusals.ts'
import { OFFICE_STORES } from './office-tables.ts'
import { recordsIn } from './office-records.ts'

const fileOf = (folder: string, store: string): string => join(folder, `${store}.sqlite`)

/** An office in the SQLite files of a data folder, which is held against servers as a server holds it against others. */
export async function folderSource(path: string): Promise<Outcome<OfficeSource>> {
  const from = movingInto(path)
  if (from !== null) return moveRefusal('move-source-moving', path, from)
  for (const { name, migrations, isOptional } of OFFICE_STORES) {
    const file = fileOf(path, name)
    if (!existsSync(file) && isOptional === true) continue
    if (!existsSync(file)) return storeFault('store-unreachable', file, '没有这个文件')
    const isCurrent = isLastVersion(file, migrations)
    if (!isCurrent.ok) return isCurrent
    if (!isCurrent.value) return moveRefusal('move-source-older', path)
  }
  const taken = takeDataFolder(path)
  if (!taken.ok) return taken.refusal.code === 'store-busy' ? moveRefusal('move-in-use', path) : taken
  const opened = await openFiles(path, (file) => existsSync(file))
  if (!opened.ok) {
    taken.value.release()
    return opened
  }
  const { databaseOf, close } = opened.value
  const end = async () => {
    await close()
    taken.value.release()
  }
  const records = await recordsIn(databaseOf('records'), path)
  if (!records.ok) {
    await end()
    return records
  }
  return accepted({ ...copiedRows(databaseOf), place: path, records: records.value, close: end })
}

/** An office to be, in a data folder that is made where it is missing; what else the folder holds (evidence, records) stays. */
export async function folderTarget(path: string): Promise<Outcome<OfficeTarget>> {
  const taken = takeDataFolder(path, true)
  if (!taken.ok) return taken.refusal.code === 'store-busy' ? moveRefusal('move-in-use', path) : taken
  // What a move that broke off left goes before it is opened: it may be of another version.
  for (const name of storesMoving(path)) removeDatabase(fileOf(path, name))
  const opened = await openFiles(path, () => true)
  if (!opened.ok) {
    taken.value.release()
    return opened
  }
  const { databaseOf, close } = opened.value
  const rows = copiedRows(databaseOf)
  return accepted({
    ...rows,
    place: path,
    records: { kind: 'none' },
    begin: async (from, tables) => {
      const filled = await firstFilled({ tables, count: rows.count })
      if (!filled.ok) return filled
      if (filled.value !== null) return moveRefusal('move-target-filled', path, filled.value.name, filled.value.rows)
      markMoving(path, from, [...new Set(tables.map(({ store }) => store))])
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

/** A store that is not wanted is one without rows, in memory. */
async function openFiles(path: string, isWanted: (file: string) => boolean): Promise<Stored<OpenFiles>> {
  const databases = new Map<string, SqlDatabase>()
  const close = async () => {
    for (const database of databases.values()) await database.close()
  }
  for (const { name, migrations } of OFFICE_STORES) {
    const file = fileOf(path, name)
    const opened = openCheckedSqliteSql(isWanted(file) ? file : ':memory:', migrations)
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

function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
}
