import { statSync } from 'node:fs'
import type { Digester } from '../../app/ports/digester.ts'
import type { LedgerLooks } from '../../app/ports/ledger-looks.ts'
import type { LedgerStore } from '../../app/ports/ledger-store.ts'
import type { Outbox } from '../../app/ports/outbox.ts'
import type { RubricArchive } from '../../app/ports/rubric-archive.ts'
import type { StoreCheck } from '../../app/ports/store-check.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { openDatabase, type Database } from '../sqlite/open-database.ts'
import { guarded, isSchemaError } from '../sqlite/sqlite-fault.ts'
import { sqliteAsk } from '../sqlite/sqlite-sql.ts'
import { checkLedgerFile } from './check-ledger-file.ts'
import { LEDGER_MIGRATIONS } from './ledger-migrations.ts'
import { memoryLedger, type TenantLedgers } from './memory-ledger.ts'
import { memoryLedgerLooks } from './memory-ledger-looks.ts'
import { memoryOutbox } from './memory-outbox.ts'
import { memoryRubricArchive } from './memory-rubric-archive.ts'
import { messageShelf } from './message-shelf.ts'
import { LOOK_STATEMENTS, sqlLedgerLooks } from './sql-ledger-looks.ts'
import { sqliteLedger } from './sqlite-ledger.ts'
import { sqliteOutbox } from './sqlite-outbox.ts'
import { RUBRIC_STATEMENTS, sqlRubricArchive } from './sql-rubric-archive.ts'

/** What belongs together: messages are laid down in the same transaction as the facts they tell of. */
export interface LedgerFile {
  readonly ledgers: LedgerStore
  readonly outbox: Outbox
  readonly rubrics: RubricArchive
  readonly looks: LedgerLooks
  readonly close: () => void
}

export type OpenLedgerFile = LedgerFile & StoreCheck & { readonly database: Database }

/** The file and its schema are made where they are missing. The folder must be there. */
export function openLedgerFile(path: string, digester: Digester): Stored<OpenLedgerFile> {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? LEAST
  if (size < LEAST) return storeFault('store-corrupted', path, `只有 ${size} 字节；如果确定从未使用过，请删除它再启动`)
  try {
    const opened = openDatabase(path, LEDGER_MIGRATIONS)
    if (!opened.ok) return opened
    const database = opened.value
    const file = guarded(path, () => ({
      database,
      ledgers: sqliteLedger(database, digester),
      outbox: sqliteOutbox(database),
      rubrics: sqlRubricArchive(sqliteAsk(database, RUBRIC_STATEMENTS)),
      looks: sqlLedgerLooks(sqliteAsk(database, LOOK_STATEMENTS)),
      check: () => checkLedgerFile(path, digester),
      close: database.close,
    }))
    if (!file.ok) database.close()
    return file.ok ? accepted(file.value) : file
  } catch (error) {
    if (!isSchemaError(error)) throw error
    return storeFault('store-corrupted', path, `结构与版本不符：${error.message}`)
  }
}

/** Bytes of the smallest page. SQLite takes a shorter file for a new database: a store cut off there would begin again in silence. */
const LEAST = 512

export function memoryLedgerFile(digester: Digester): LedgerFile {
  const shelf = messageShelf()
  const tenants = new Map<TenantId, TenantLedgers>()
  return {
    ledgers: memoryLedger(digester, shelf, tenants),
    looks: memoryLedgerLooks(tenants),
    outbox: memoryOutbox(shelf),
    rubrics: memoryRubricArchive(),
    close: () => undefined,
  }
}
