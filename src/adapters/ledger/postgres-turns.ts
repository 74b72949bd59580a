import { setImmediate } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { SqlRow } from '../sql/row.ts'
import { headIn } from './ledger-rows.ts'

/** A ledger's turn: its head is locked for everybody else until `end`, in the transaction of its own connection. */
export interface HeldTurn {
  /** Throws where the turn is over, as the connection may be another's by then; and why it was lost, where it was. */
  readonly client: () => Promise<PoolClient>
  readonly head: ChainHead
  /** The first one counts; throws where what was to be committed may not be. */
  readonly end: (how: 'COMMIT' | 'ROLLBACK') => Promise<void>
}

/**
 * Turns at ledgers, among all nodes in the order in which they were asked for: they line up for a lock that only they take, and
 * whose turn it is then locks the head, which those who append out of turn wait for. A turn ends with its transaction, so
 * with its connection; one that does nothing for too long (a suspended node) loses it.
 *
 * Of the pool's connections at most half are in turns, since work in a turn asks for others.
 */
export function postgresTurns(pool: Pool) {
  let free = Math.max(1, Math.floor(pool.options.max / 2))
  const waiting: (() => void)[] = []
  const giveBack = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  /** Null where there is no such ledger. */
  return async (tenantId: TenantId, assessmentId: AssessmentId): Promise<HeldTurn | null> => {
    if (free > 0) free -= 1
    else await new Promise<void>((take) => void waiting.push(take))
    const client = await pool.connect().catch((error: unknown) => {
      giveBack()
      throw error
    })
    let isOver = false
    let lost: Error | undefined
    const onLost = (error: Error) => {
      // The server says why; then the driver says that the connection has ended.
      lost ??= error
    }
    client.on('error', onLost)
    const own = async () => {
      // What the server has said meanwhile is read before anything is written to a connection that it has closed.
      await setImmediate()
      if (isOver) throw new TypeError('the turn is over')
      if (lost !== undefined) throw lost
      return client
    }
    const end = async (how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
      if (isOver) return
      isOver = true
      let broken: Error | undefined
      try {
        await client.query(how).catch((error: Error) => {
          broken = error
          if (how === 'COMMIT') throw error
        })
      } finally {
        client.off('error', onLost)
        client.release(broken)
        giveBack()
      }
    }
    try {
      await client.query(BEGIN)
      const { rows } = await client.query<SqlRow>({ name: 'ledger_turn', text: TURN, values: [tenantId, assessmentId] })
      const [row] = rows
      if (row !== undefined) return { client: own, head: headIn(row), end }
    } catch (error) {
      await end('ROLLBACK')
      throw error
    }
    await end('ROLLBACK')
    return null
  }
}

/** Shorter than others wait for a lock: who comes after a node that was suspended in its turn has its own. */
const BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL idle_in_transaction_session_timeout = '5s'"

/** The row is locked last, and answered as it then is. The number is of turns alone: locks of work that takes minutes have another. */
const TURN = `WITH line AS MATERIALIZED (
    SELECT pg_advisory_xact_lock(20210003, hashtext(current_schema() || ' ' || $1::text || ' ' || $2::text))
  )
  SELECT heads.seq, heads.digest FROM line, heads
  WHERE heads.tenant_id = $1::text AND heads.assessment_id = $2::text FOR UPDATE OF heads`
