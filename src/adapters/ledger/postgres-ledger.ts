import type { Pool } from 'pg'
import type { Digester } from '../../app/ports/digester.ts'
import type { Appended, AppendBatch, LedgerStore, Recalled } from '../../app/ports/ledger-store.ts'
import type { Stored, StoreFaultCode } from '../../app/ports/store-fault.ts'
import { storeRefusal } from '../../app/ports/store-refusals.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { genesisOf, type ChainHead, type LedgerHeader } from '../../core/ledger/chain.ts'
import { guardedPostgres, isUniqueViolation } from '../postgres/postgres-fault.ts'
import { withTransaction } from '../postgres/postgres-sql.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { headAfter } from './head-after.ts'
import { HEADER, HEADERS } from './ledger-rows.ts'
import { addLedger, appendRows, headOf, ledgersBeside, pageOf, rememberedOf } from './postgres-ledger-rows.ts'
import { placesGoOn } from './postgres-messages.ts'
import { postgresTurns, type HeldTurn } from './postgres-turns.ts'
import { missingHead } from './sound-ledger.ts'
import { answerOf } from './used-key.ts'

/**
 * Ledgers in PostgreSQL, for any number of nodes. Whoever moves the row of the head appends; who comes at the same time waits for
 * it, and is then told where the ledger stands. An append is one statement; one that brings messages asks for their places first.
 */
export function postgresLedger(pool: Pool, database: SqlDatabase, digester: Digester): LedgerStore {
  const guarded = <Value>(assessmentId: AssessmentId, work: () => Promise<Value>): Promise<Stored<Value>> =>
    guardedPostgres(database.place, work, `考核“${assessmentId}”：`)
  const takeTurn = postgresTurns(pool)
  const append = async (
    tenantId: TenantId,
    assessmentId: AssessmentId,
    batch: AppendBatch,
    turn: HeldTurn | null,
  ): Promise<Outcome<Appended, StoreFaultCode | 'assessment-unknown'>> => {
    const head = headAfter(batch.expected, batch.entries)
    return flat(
      await guarded(assessmentId, async (): Promise<Outcome<Appended, 'assessment-unknown'>> => {
        if (await isAppended(pool, tenantId, assessmentId, batch, head, turn))
          return accepted({ kind: 'appended', head })
        const { used, isKnown } = await rememberedOf(pool, tenantId, assessmentId, batch.key)
        if (used !== null) return accepted(answerOf(used, assessmentId, batch.key))
        const found = await headOf(pool, digester, tenantId, assessmentId)
        if (found === null) return isKnown ? missingHead() : storeRefusal('assessment-unknown', assessmentId)
        return accepted({ kind: 'moved', head: found })
      }),
    )
  }
  return {
    create: async (header, most = null) => {
      const { tenantId, assessmentId } = header
      const genesis = genesisOf(header, digester(header.algorithm))
      const made = await guarded(assessmentId, () =>
        most === null ? addLedger(pool, header, genesis) : addLedgerWithin(pool, header, genesis, most),
      )
      if (!made.ok) return made
      if (typeof made.value === 'object')
        return storeRefusal('assessments-quota-full', made.value.held, made.value.most)
      if (made.value) return accepted(genesis)
      const isSame = await isThere(database, header)
      if (!isSame.ok) return isSame
      if (!isSame.value) return storeRefusal('assessment-exists', assessmentId)
      return guarded(assessmentId, async () => (await headOf(pool, digester, tenantId, assessmentId)) ?? missingHead())
    },
    headers: (tenantId) => database.ask((sql) => sql.all(HEADERS, tenantId)),
    head: async (tenantId, assessmentId) =>
      known(assessmentId, await guarded(assessmentId, () => headOf(pool, digester, tenantId, assessmentId))),
    read: async (tenantId, assessmentId, afterSeq, limit) =>
      known(assessmentId, await guarded(assessmentId, () => pageOf(pool, tenantId, assessmentId, afterSeq, limit))),
    append: (tenantId, assessmentId, batch) => append(tenantId, assessmentId, batch, null),
    inTurn: async (tenantId, assessmentId, work) => {
      const taken = known(assessmentId, await guarded(assessmentId, () => takeTurn(tenantId, assessmentId)))
      if (!taken.ok) return taken
      const turn = taken.value
      try {
        const { head } = turn
        return accepted(await work({ head, append: (batch) => append(tenantId, assessmentId, batch, turn) }))
      } finally {
        await turn.end('ROLLBACK')
      }
    },
    recall: async (tenantId, assessmentId, key) =>
      flat(
        await guarded(assessmentId, async (): Promise<Outcome<Recalled, 'assessment-unknown'>> => {
          const { used, isKnown } = await rememberedOf(pool, tenantId, assessmentId, key)
          if (used !== null) return accepted(answerOf(used, assessmentId, key))
          return isKnown ? accepted({ kind: 'unused' }) : storeRefusal('assessment-unknown', assessmentId)
        }),
      ),
  }
}

/** As `addLedger`, where the tenant has fewer than `most`: counted and added as if nobody else added any meanwhile, on whichever node. */
function addLedgerWithin(
  pool: Pool,
  header: LedgerHeader,
  genesis: ChainHead,
  most: number,
): Promise<boolean | { readonly held: number; readonly most: number }> {
  return withTransaction(pool, 'SERIALIZABLE', async (client) => {
    const { held, isThere: isHeld } = await ledgersBeside(client, header)
    if (isHeld) return false
    return held >= most ? { held, most } : addLedger(client, header, genesis)
  })
}

/** False where the ledger stands elsewhere or the key is used: nothing of it is there then. Whatever happens, a turn is over. */
async function isAppended(
  pool: Pool,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  batch: AppendBatch,
  head: ChainHead,
  turn: HeldTurn | null,
): Promise<boolean> {
  try {
    const isMoved = await appendRows((await turn?.client()) ?? pool, tenantId, assessmentId, batch, head)
    await turn?.end(isMoved ? 'COMMIT' : 'ROLLBACK')
    return isMoved
  } catch (error) {
    await turn?.end('ROLLBACK')
    // Another node did the same, or something else, under this key.
    if (isUniqueViolation(error, 'keys')) return false
    if (!isUniqueViolation(error, 'messages')) throw error
    await placesGoOn(pool)
    return false
  }
}

async function isThere(database: SqlDatabase, header: LedgerHeader): Promise<Stored<boolean>> {
  const { tenantId, assessmentId } = header
  const found = await database.ask((sql) => sql.get(HEADER, tenantId, assessmentId), `考核“${assessmentId}”：`)
  return found.ok ? accepted(canonicalJson(found.value) === canonicalJson(header)) : found
}

function known<Value>(assessmentId: AssessmentId, found: Stored<Value | null>) {
  if (!found.ok) return found
  return found.value === null ? storeRefusal('assessment-unknown', assessmentId) : accepted(found.value)
}

function flat<Value, Code extends string>(stored: Stored<Outcome<Value, Code>>) {
  return stored.ok ? stored.value : stored
}
