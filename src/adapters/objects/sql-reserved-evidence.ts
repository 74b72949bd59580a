import {
  SETTLED_KEPT_SECONDS,
  UNSETTLED_KEPT_SECONDS,
  type ReservedEvidence,
} from '../../app/ports/reserved-evidence.ts'
import { plusSeconds } from '../../core/kernel/elapsed.ts'
import { turns } from '../evidence/one-at-a-time.ts'
import { integerOf } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'

const MARK = query('SELECT coalesce(max(sealed_as), 0) AS mark FROM evidence_reservation WHERE tenant_id = ?', (row) =>
  integerOf(row, 'mark'),
)
const SINCE = query(
  `SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) AS bytes FROM evidence_reservation
   WHERE tenant_id = ? AND (sealed_as IS NULL OR sealed_as > ?)`,
  (row) => integerOf(row, 'bytes'),
)
const FIND = query('SELECT bytes FROM evidence_reservation WHERE tenant_id = ? AND upload_id = ?', () => true)
const RESERVE = command('INSERT INTO evidence_reservation (tenant_id, upload_id, bytes, at) VALUES (?, ?, ?, ?)')
const SEAL = command(
  `INSERT INTO evidence_reservation (tenant_id, upload_id, bytes, at, sealed_as) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (tenant_id, upload_id) DO UPDATE SET at = excluded.at, sealed_as = excluded.sealed_as
   WHERE evidence_reservation.sealed_as IS NULL`,
)
const DROP = command('DELETE FROM evidence_reservation WHERE tenant_id = ? AND upload_id = ? AND sealed_as IS NULL')
/** The last one stays: the next is numbered after it. */
const FORGET = command(
  `DELETE FROM evidence_reservation WHERE tenant_id = ? AND ((sealed_as IS NULL AND at < ?) OR (at < ? AND sealed_as <
     (SELECT max(sealed_as) FROM evidence_reservation WHERE tenant_id = ?)))`,
)

/** In the database that all nodes share. Those of one node follow each other, so that only nodes are in each other's way. */
export function sqlReservedEvidence(database: SqlDatabase): ReservedEvidence {
  const inTurn = turns()
  return {
    mark: (tenantId) => database.ask(async (sql) => (await sql.get(MARK, tenantId)) ?? 0),
    since: (tenantId, mark) => database.ask(async (sql) => (await sql.get(SINCE, tenantId, mark)) ?? 0),
    reserve: (tenantId, id, { bytes, listed, mark, quota, at }) =>
      inTurn(tenantId, () =>
        database.change(async (sql) => {
          const unsettled = plusSeconds(at, -UNSETTLED_KEPT_SECONDS)
          await sql.run(FORGET, tenantId, unsettled, plusSeconds(at, -SETTLED_KEPT_SECONDS), tenantId)
          if ((await sql.get(FIND, tenantId, id)) !== null) return 'known'
          if (listed + ((await sql.get(SINCE, tenantId, mark)) ?? 0) + bytes > quota) return 'full'
          await sql.run(RESERVE, tenantId, id, bytes, at)
          return 'reserved'
        }),
      ),
    sealed: (tenantId, id, bytes, at) =>
      inTurn(tenantId, () =>
        database.change(async (sql) => {
          await sql.run(SEAL, tenantId, id, bytes, at, ((await sql.get(MARK, tenantId)) ?? 0) + 1)
          return null
        }),
      ),
    release: (tenantId, id) =>
      inTurn(tenantId, () =>
        database.change(async (sql) => {
          await sql.run(DROP, tenantId, id)
          return null
        }),
      ),
  }
}
