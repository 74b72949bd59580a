import type { Digester } from '../../app/ports/digester.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Postgres } from '../postgres/open-postgres.ts'
import { guardedPostgres } from '../postgres/postgres-fault.ts'
import type { LedgerFile } from './ledger-file.ts'
import { LEDGER_MIGRATIONS } from './ledger-migrations.ts'
import { postgresLedger } from './postgres-ledger.ts'
import { placesGoOn } from './postgres-messages.ts'
import { postgresOutbox } from './postgres-outbox.ts'
import { sqlLedgerLooks } from './sql-ledger-looks.ts'
import { sqlRubricArchive } from './sql-rubric-archive.ts'

/** What a ledger file holds, on a PostgreSQL that others may use at the same time. Whoever opened that ends it. */
export async function openPostgresLedger(
  { pool, store }: Postgres,
  digester: Digester,
): Promise<Stored<Omit<LedgerFile, 'close'>>> {
  const opened = await store('ledger', LEDGER_MIGRATIONS)
  if (!opened.ok) return opened
  const ready = await guardedPostgres(opened.value.place, () => placesGoOn(pool))
  if (!ready.ok) return ready
  return accepted({
    ledgers: postgresLedger(pool, opened.value, digester),
    outbox: postgresOutbox(pool, opened.value),
    rubrics: sqlRubricArchive(opened.value),
    looks: sqlLedgerLooks(opened.value),
  })
}
