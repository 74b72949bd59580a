/**
 * The whole file of ledgers, read through. What SQLite can find (pages, indexes) it finds; what it cannot, a turned byte
 * within a value, the chains find in events and heads, and the checksums in all other rows.
 */
import { existsSync } from 'node:fs'
import type { Digester } from '../../app/ports/digester.ts'
import type { StoreDamage, StoreReport } from '../../app/ports/store-check.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { openDatabase, type Database } from '../sqlite/open-database.ts'
import { guarded, isSchemaError } from '../sqlite/sqlite-fault.ts'
import { textOf } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { checkChains } from './check-chains.ts'
import { checkTables } from './check-tables.ts'
import { LEDGER_MIGRATIONS } from './ledger-migrations.ts'
import { sqliteCheckedRows } from './sqlite-checked-rows.ts'

/** Over a connection of its own, in one read transaction: writers go on meanwhile. Nothing is changed or mended. */
export async function checkLedgerFile(path: string, digester: Digester): Promise<Stored<StoreReport>> {
  if (!existsSync(path)) return storeFault('store-unreachable', path, '没有这个文件')
  try {
    const opened = openDatabase(path, LEDGER_MIGRATIONS)
    if (!opened.ok) return opened
    try {
      return await checkDatabase(opened.value, digester)
    } finally {
      opened.value.close()
    }
  } catch (error) {
    if (!isSchemaError(error)) throw error
    return storeFault('store-corrupted', path, `结构与版本不符：${error.message}`)
  }
}

async function checkDatabase(database: Database, digester: Digester): Promise<Stored<StoreReport>> {
  const begun = guarded(database.path, () => database.connection.exec('BEGIN'))
  if (!begun.ok) return begun
  try {
    const damages: StoreDamage[] = [...checkPages(database), ...checkSchema(database)]
    const rows = sqliteCheckedRows(database)
    const chains = await checkChains(rows, digester)
    const tables = await checkTables(rows, digester)
    return accepted({
      sound: { ...chains.sound, ...tables.sound },
      damages: [...damages, ...chains.damages, ...tables.damages],
    })
  } finally {
    guarded(database.path, () => database.connection.exec('ROLLBACK'))
  }
}

const MOST = 20

function checkPages(database: Database): StoreDamage[] {
  const pragma = prepare(database, `PRAGMA integrity_check(${MOST})`, (row) => textOf(row, 'integrity_check'))
  const found = guarded(database.path, () => pragma.all())
  const lines = found.ok ? found.value.filter((line) => line !== 'ok') : [found.refusal.message]
  return lines.map((line) => wholeFile('file', `数据库文件的结构有损坏：${line}`))
}

/** A schema that a turned byte has changed may still be a schema: of other names, or without its guards. */
function checkSchema(database: Database): StoreDamage[] {
  const fresh = openDatabase(':memory:', LEDGER_MIGRATIONS)
  if (!fresh.ok) throw new Error(fresh.refusal.message)
  const expected = schemaOf(fresh.value)
  fresh.value.close()
  const found = guarded(database.path, () => schemaOf(database))
  if (found.ok && found.value === expected) return []
  return [wholeFile('schema', '数据库的表结构与本程序的版本不符；请从最近的备份恢复')]
}

function schemaOf(database: Database): string {
  const sql = 'SELECT type, name, tbl_name, coalesce(sql, type) AS sql FROM sqlite_schema ORDER BY type, name'
  const columns = ['type', 'name', 'tbl_name', 'sql']
  return JSON.stringify(prepare(database, sql, (row) => columns.map((column) => textOf(row, column))).all())
}

function wholeFile(part: 'file' | 'schema', message: string): StoreDamage {
  return { part, tenantId: null, assessmentId: null, seq: null, message }
}
