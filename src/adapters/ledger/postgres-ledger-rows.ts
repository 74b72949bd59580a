import type { Pool, PoolClient } from 'pg'
import type { Digester } from '../../app/ports/digester.ts'
import type { AppendBatch, IdempotencyKey } from '../../app/ports/ledger-store.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import type { ChainHead, LedgerHeader, WholeEntry } from '../../core/ledger/chain.ts'
import { transposed, unnested } from '../postgres/unnested.ts'
import { corruption, orCorruption } from '../sql/corruption.ts'
import { integerOf, type SqlRow, type SqlValue } from '../sql/row.ts'
import { digestIn, entryIn, headerColumns, headerIn, headIn, keyColumns, keyIn } from './ledger-rows.ts'
import { messagesAdded, placed } from './postgres-messages.ts'
import { headOfLast, headOfNone, missingHead } from './sound-ledger.ts'
import type { UsedKey } from './used-key.ts'

/** What ledgers ask of PostgreSQL, a statement each, so that each sees one moment. To be called within `guardedPostgres`. */
type Asked = Pick<Pool | PoolClient, 'query'>

/** False where there is such an assessment already. */
export async function addLedger(asked: Asked, header: LedgerHeader, genesis: ChainHead): Promise<boolean> {
  const values = [...headerColumns(header), genesis.seq, genesis.digest]
  const { rowCount } = await asked.query({ text: CREATE, values })
  return rowCount === 1
}

/** How many ledgers the tenant has, and whether this is one of them. */
export async function ledgersBeside(
  asked: Asked,
  { tenantId, assessmentId }: LedgerHeader,
): Promise<{ readonly held: number; readonly isThere: boolean }> {
  const { rows } = await asked.query<SqlRow>({ text: BESIDE, values: [tenantId, assessmentId] })
  const row = rows[0] ?? {}
  return { held: integerOf(row, 'held'), isThere: integerOf(row, 'own') > 0 }
}

/** Null where there is no such assessment. */
export async function headOf(
  asked: Asked,
  digester: Digester,
  tenantId: TenantId,
  assessmentId: AssessmentId,
): Promise<ChainHead | null> {
  const { rows } = await asked.query<SqlRow>({ name: 'ledger_head', text: HEAD, values: [tenantId, assessmentId] })
  const row = rows[0] ?? {}
  const head = row['seq'] === null ? null : headIn(row)
  if (head !== null && head.seq > 0) return headOfLast(head, row['last'] === null ? null : digestIn(row, 'last'))
  return headOfNone(head, row['format'] === null ? null : headerIn(row), digester)
}

/** Null where there is no such assessment. What cannot be read is told by the first that cannot. */
export async function pageOf(
  asked: Asked,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  afterSeq: number,
  limit: number,
): Promise<readonly WholeEntry[] | null> {
  const values = [tenantId, assessmentId, afterSeq, limit]
  const { rows } = await asked.query<SqlValue[]>({ name: 'ledger_page', text: PAGE, values, rowMode: 'array' })
  const [headSeq, ofHeader] = rows[0] ?? []
  if (typeof headSeq !== 'number') return typeof ofHeader === 'string' ? missingHead() : null
  const page: WholeEntry[] = []
  for (let seq = afterSeq + 1; seq <= Math.min(headSeq, afterSeq + limit); seq += 1) {
    const entry = orCorruption(() => entryIn((rows[page.length] ?? []).slice(2)))
    if (entry instanceof Error || entry.seq !== seq) throw corruption(`第 ${seq} 条读不出`)
    page.push(entry)
  }
  return page
}

/** False where the ledger does not stand where the batch expects it, and then nothing was written. */
export async function appendRows(
  asked: Asked,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  { expected, entries, key, messages }: AppendBatch,
  head: ChainHead,
): Promise<boolean> {
  const used = { ...key, assessmentId, firstSeq: expected.seq + 1, lastSeq: head.seq }
  const [, ...keyed] = keyColumns(tenantId, used)
  const events = entries.map(({ seq, body, bodyDigest, previous, digest }) => [seq, body, bodyDigest, previous, digest])
  const values = [
    tenantId,
    assessmentId,
    expected.seq,
    expected.digest,
    head.seq,
    head.digest,
    ...keyed,
    ...transposed<SqlValue>(events, Object.keys(EVENT).length),
    ...(messages.length === 0 ? [] : await placed(asked, tenantId, messages)),
  ]
  const which = messages.length === 0 ? 'quiet' : 'telling'
  const { rowCount } = await asked.query({ name: `ledger_append_${which}`, text: APPEND[which], values })
  return rowCount === 1
}

export interface Remembered {
  readonly used: UsedKey | null
  readonly isKnown: boolean
}

/** What was done under a key, and whether there is such an assessment. */
export async function rememberedOf(
  asked: Asked,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  { key }: IdempotencyKey,
): Promise<Remembered> {
  const { rows } = await asked.query<SqlRow>({
    name: 'ledger_recall',
    text: RECALL,
    values: [tenantId, assessmentId, key],
  })
  const row = rows[0] ?? {}
  const used = row['key'] === null ? null : keyIn(row)
  return { used, isKnown: typeof row['head_seq'] === 'number' }
}

const CREATE = `WITH made AS (
    INSERT INTO headers (tenant_id, assessment_id, format, algorithm, rubric_digest, notice_digest, checksum)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, assessment_id) DO NOTHING
    RETURNING tenant_id, assessment_id
  )
  INSERT INTO heads (tenant_id, assessment_id, seq, digest) SELECT tenant_id, assessment_id, $8, $9 FROM made`

const BESIDE = `SELECT count(*)::int AS held, (count(*) FILTER (WHERE assessment_id = $2))::int AS own
  FROM headers WHERE tenant_id = $1`

const EVENT = { seq: 'bigint', body: 'text', body_digest: 'text', previous: 'text', digest: 'text' } as const

const ASKED = '(SELECT $1::text AS tenant_id, $2::text AS assessment_id) AS asked'

/** Columns by their names, not by `*`: these are kept prepared, and what a newer node adds to a table would change what they answer. */
const HEADER = columnsOf('headers', [
  'tenant_id',
  'assessment_id',
  'format',
  'algorithm',
  'rubric_digest',
  'notice_digest',
  'checksum',
])
const KEY = columnsOf('keys', ['tenant_id', 'key', 'assessment_id', 'request', 'first_seq', 'last_seq', 'checksum'])

const HEAD = `SELECT ${HEADER}, heads.seq, heads.digest, events.digest AS last FROM ${ASKED}
  LEFT JOIN headers ON headers.tenant_id = asked.tenant_id AND headers.assessment_id = asked.assessment_id
  LEFT JOIN heads ON heads.tenant_id = asked.tenant_id AND heads.assessment_id = asked.assessment_id
  LEFT JOIN events ON events.tenant_id = asked.tenant_id AND events.assessment_id = asked.assessment_id
    AND events.seq = heads.seq`

/** At most as many places as are asked for are looked at, however long the ledger. */
const PAGE = `SELECT heads.seq, headers.tenant_id, ${columnsOf('events', Object.keys(EVENT))}
  FROM ${ASKED}
  LEFT JOIN headers ON headers.tenant_id = asked.tenant_id AND headers.assessment_id = asked.assessment_id
  LEFT JOIN heads ON heads.tenant_id = asked.tenant_id AND heads.assessment_id = asked.assessment_id
  LEFT JOIN events ON events.tenant_id = $1 AND events.assessment_id = $2
    AND events.seq > $3::bigint AND events.seq <= $3::bigint + $4::bigint
  ORDER BY events.seq`

const RECALL = `SELECT ${KEY}, heads.seq AS head_seq FROM ${ASKED}
  LEFT JOIN keys ON keys.tenant_id = asked.tenant_id AND keys.key = $3
  LEFT JOIN heads ON heads.tenant_id = asked.tenant_id AND heads.assessment_id = asked.assessment_id`

/** Everything, or nothing where the head stands elsewhere. Another one that appends waits at the head until this is done. */
const append = (more: string): string => `WITH moved AS (
    UPDATE heads SET seq = $5, digest = $6
    WHERE tenant_id = $1 AND assessment_id = $2 AND seq = $3 AND digest = $4
    RETURNING tenant_id, assessment_id
  ), keyed AS (
    INSERT INTO keys (tenant_id, key, assessment_id, request, first_seq, last_seq, checksum)
    SELECT tenant_id, $7, $8, $9, $10, $11, $12 FROM moved
  ), entered AS (
    INSERT INTO events (tenant_id, assessment_id, ${Object.keys(EVENT).join(', ')})
    SELECT tenant_id, assessment_id, ${unnested(EVENT, 13)} FROM moved
  )${more}
  SELECT 1 FROM moved`

const APPEND = {
  quiet: append(''),
  telling: append(`, laid AS (${messagesAdded(13 + Object.keys(EVENT).length, 'FROM moved')})`),
} as const

function columnsOf(table: string, names: readonly string[]): string {
  return names.map((name) => `${table}.${name}`).join(', ')
}
