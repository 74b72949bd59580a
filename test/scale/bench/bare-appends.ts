import { Pool } from 'pg'
import type { AppendBatch } from '../../../src/app/ports/ledger-store.ts'
import type { AssessmentId } from '../../../src/core/kernel/identifiers.ts'
import type { ChainHead, Digest } from '../../../src/core/ledger/chain.ts'
import { east } from '../../fixtures/ledger-batches.ts'

/** Null where the append stands; otherwise where the ledger stands by now. */
export type AppendTo = (assessmentId: AssessmentId, batch: AppendBatch) => Promise<ChainHead | null>

export interface BareAppends {
  readonly create: (assessmentId: AssessmentId, head: ChainHead) => Promise<void>
  readonly append: AppendTo
  readonly close: () => Promise<void>
}

/**
 * The rows of an append in one transaction, written by hand with the driver: the head moved from where it is expected to
 * stand, the events, the key. Statements are prepared once a connection; nothing is looked up, read back or digested.
 */
export async function bareAppends(url: string, connections: number): Promise<BareAppends> {
  const pool = new Pool({ connectionString: url, max: connections, options: '-c search_path=bare' })
  // Connections that are ended hear the server stop.
  pool.on('error', () => undefined)
  await pool.query(TABLES)
  return {
    create: async (assessmentId, { seq, digest }) => {
      await pool.query('INSERT INTO heads VALUES ($1, $2, $3, $4)', [east, assessmentId, seq, digest])
    },
    append: async (assessmentId, { expected, entries, key }) => {
      const head = entries.at(-1) ?? expected
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const from = [head.seq, head.digest, east, assessmentId, expected.seq, expected.digest]
        const moved = await client.query({ name: 'move', text: MOVE, values: from })
        if (moved.rowCount === 0) {
          await client.query('ROLLBACK')
          const { rows } = await client.query<{ seq: string; digest: Digest }>({
            name: 'head',
            text: HEAD,
            values: [east, assessmentId],
          })
          const [found] = rows
          if (found === undefined) throw new Error(`no ledger ${assessmentId}`)
          return { seq: Number(found.seq), digest: found.digest }
        }
        for (const { seq, body, bodyDigest, previous, digest } of entries)
          await client.query({
            name: 'event',
            text: EVENT,
            values: [east, assessmentId, seq, body, bodyDigest, previous, digest],
          })
        const used = [east, key.key, assessmentId, key.request, expected.seq + 1, head.seq, 0]
        await client.query({ name: 'key', text: KEY, values: used })
        await client.query('COMMIT')
        return null
      } finally {
        client.release()
      }
    },
    close: async () => pool.end(),
  }
}

const TABLES = `
  CREATE SCHEMA bare;
  CREATE TABLE bare.heads (tenant_id text, assessment_id text, seq bigint, digest text, PRIMARY KEY (tenant_id, assessment_id));
  CREATE TABLE bare.events (tenant_id text, assessment_id text, seq bigint, body text, body_digest text, previous text,
    digest text, PRIMARY KEY (tenant_id, assessment_id, seq));
  CREATE TABLE bare.keys (tenant_id text, key text, assessment_id text, request text, first_seq bigint, last_seq bigint,
    checksum bigint, PRIMARY KEY (tenant_id, key))`
const MOVE = `UPDATE heads SET seq = $1, digest = $2
  WHERE tenant_id = $3 AND assessment_id = $4 AND seq = $5 AND digest = $6`
const HEAD = 'SELECT seq, digest FROM heads WHERE tenant_id = $1 AND assessment_id = $2'
const EVENT = 'INSERT INTO events VALUES ($1, $2, $3, $4, $5, $6, $7)'
const KEY = 'INSERT INTO keys VALUES ($1, $2, $3, $4, $5, $6, $7)'
