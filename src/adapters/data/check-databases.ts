import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseCheck } from '../../app/ports/data-house.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { nodeDigester } from '../digests/node-digester.ts'
import { checkLedgerFile } from '../ledger/check-ledger-file.ts'
import { ACCESS_COLUMNS } from '../access-log/sql-access-log.ts'
import { PERSON_COLUMNS } from '../people/person-rows.ts'
import { checkRowIfSummed } from '../sql/row-checksum.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { integerOf, type SqlRow } from '../sql/row.ts'
import { withFiles } from './file-refusal.ts'
import { databasesIn, LEDGER_FILE } from './data-layout.ts'

/** Every database of a data folder. One that is damaged does not hide the others. */
export function checkDatabases(path: string): Promise<Outcome<readonly DatabaseCheck[]>> {
  return withFiles(path, async () => {
    const checks: DatabaseCheck[] = []
    for (const name of await databasesIn(path)) {
      const file = join(path, name)
      const bytes = (await stat(file)).size
      if (name === LEDGER_FILE) {
        const checked = await checkLedgerFile(file, nodeDigester)
        checks.push(
          checked.ok
            ? { name, bytes, report: checked.value, fault: null }
            : { name, bytes, report: null, fault: checked.refusal.message },
        )
      } else checks.push({ name, bytes, report: null, fault: pagesFault(file) })
    }
    return accepted(checks)
  })
}

function pagesFault(path: string): string | null {
  const checked = guarded(path, () => {
    const connection = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    try {
      const rows: readonly unknown[] = connection.prepare('PRAGMA integrity_check(5)').all()
      for (const [table, columns] of SUMMED) checkTable(connection, table, columns)
      return rows.map((row) => Object.values(row as Readonly<Record<string, unknown>>).join(' '))
    } finally {
      connection.close()
    }
  })
  if (!checked.ok) return checked.refusal.message
  const found = checked.value.filter((line) => line !== 'ok')
  return found.length === 0 ? null : `数据库文件的结构有损坏：${found.join('；')}`
}

/** Tables of whichever database, whose rows bear checksums that integrity_check knows nothing of. */
const SUMMED: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['person', PERSON_COLUMNS],
  ['access', ACCESS_COLUMNS],
]

function checkTable(connection: DatabaseSyncInstance, table: string, columns: readonly string[]): void {
  const summed = connection.prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'checksum'`)
  if (summed.get(table) === undefined) return
  const rows = connection.prepare(`SELECT *, rowid FROM ${table}`)
  HELD.add(rows)
  try {
    for (const row of rows.iterate())
      checkRowIfSummed(row as SqlRow, columns, `表 ${table} 的第 ${integerOf(row as SqlRow, 'rowid')} 行`)
  } finally {
    HELD.delete(rows)
  }
}

/** A statement that nobody holds may be collected while its rows are still being taken, which ends them. */
const HELD = new Set<unknown>()
