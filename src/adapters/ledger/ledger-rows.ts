import { id, type AssessmentId, type TenantId } from '../../core/kernel/identifiers.ts'
import {
  parseDigest,
  type ChainHead,
  type Digest,
  type LedgerHeader,
  type WholeEntry,
} from '../../core/ledger/chain.ts'
import type { Database } from '../sqlite/open-database.ts'
import { checkRow, rowChecksum } from '../sql/row-checksum.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, textOf, type SqlRow, type SqlValue } from '../sql/row.ts'
import { query } from '../sql/sql-database.ts'
import { prepare, prepareTuples } from '../sqlite/statement.ts'
import type { UsedKey } from './used-key.ts'

/** The rows of ledgers, each read into what it says or found damaged. To be called within `guarded`. */
export function ledgerRows(database: Database) {
  const addHeader = prepare(
    database,
    `INSERT INTO headers (tenant_id, assessment_id, format, algorithm, rubric_digest, notice_digest, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const addHead = prepare(database, 'INSERT INTO heads (tenant_id, assessment_id, seq, digest) VALUES (?, ?, ?, ?)')
  const moveHead = prepare(
    database,
    `UPDATE heads SET seq = ?, digest = ?
     WHERE tenant_id = ? AND assessment_id = ? AND seq = ? AND digest = ?`,
  )
  const addEvent = prepare(
    database,
    `INSERT INTO events (tenant_id, assessment_id, seq, body, body_digest, previous, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const addKey = prepare(
    database,
    `INSERT INTO keys (tenant_id, key, assessment_id, request, first_seq, last_seq, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    header: prepare(database, HEADER.text, HEADER.read),
    headers: prepare(database, HEADERS.text, HEADERS.read),
    head: prepare(database, 'SELECT seq, digest FROM heads WHERE tenant_id = ? AND assessment_id = ?', headIn),
    event: prepareTuples(database, `${EVENTS} AND seq = ?`, entryIn),
    events: prepareTuples(database, `${EVENTS} AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`, entryIn),
    key: prepare(database, KEY.text, KEY.read),
    addHeader: (header: LedgerHeader): void => {
      addHeader.run(...headerColumns(header))
    },
    addHead: (tenantId: TenantId, assessmentId: AssessmentId, { seq, digest }: ChainHead): void => {
      addHead.run(tenantId, assessmentId, seq, digest)
    },
    /** False where the ledger does not stand at `from`. */
    moveHead: (tenantId: TenantId, assessmentId: AssessmentId, from: ChainHead, to: ChainHead): boolean =>
      moveHead.run(to.seq, to.digest, tenantId, assessmentId, from.seq, from.digest) === 1,
    addEvent: (tenantId: TenantId, assessmentId: AssessmentId, entry: WholeEntry): void => {
      const { seq, body, bodyDigest, previous, digest } = entry
      addEvent.run(tenantId, assessmentId, seq, body, bodyDigest, previous, digest)
    },
    addKey: (tenantId: TenantId, used: UsedKey): void => {
      addKey.run(...keyColumns(tenantId, used))
    },
  }
}

export type LedgerRows = ReturnType<typeof ledgerRows>

export const HEADER = query('SELECT * FROM headers WHERE tenant_id = ? AND assessment_id = ?', headerIn)
export const HEADERS = query('SELECT * FROM headers WHERE tenant_id = ? ORDER BY assessment_id', headerIn)
const KEY = query('SELECT * FROM keys WHERE tenant_id = ? AND key = ?', keyIn)

/** In the order in which the table names them, with the checksum. */
export function headerColumns(header: LedgerHeader): readonly SqlValue[] {
  const { tenantId, assessmentId, format, algorithm, rubricDigest, noticeDigest } = header
  return summed([tenantId, assessmentId, format, algorithm, rubricDigest, noticeDigest])
}

/** In the order in which the table names them, with the checksum. */
export function keyColumns(tenantId: TenantId, used: UsedKey): readonly SqlValue[] {
  const { key, assessmentId, request, firstSeq, lastSeq } = used
  return summed([tenantId, key, assessmentId, request, firstSeq, lastSeq])
}

function summed(row: readonly SqlValue[]): readonly SqlValue[] {
  return [...row, rowChecksum(...row)]
}

export function digestIn(row: SqlRow, column: string): Digest {
  return asDigest(row[column], column)
}

function asDigest(value: SqlValue | undefined, column: string): Digest {
  const digest = typeof value === 'string' ? parseDigest(value) : null
  if (digest === null) throw corruption(`${column} 不是摘要`)
  return digest
}

const EVENTS = 'SELECT seq, body, body_digest, previous, digest FROM events WHERE tenant_id = ? AND assessment_id = ?'

export function headerIn(row: SqlRow): LedgerHeader {
  const assessmentId = textOf(row, 'assessment_id')
  const columns = ['tenant_id', 'assessment_id', 'format', 'algorithm', 'rubric_digest', 'notice_digest']
  checkRow(row, columns, `考核“${assessmentId}”的卷首`)
  return {
    format: textOf(row, 'format') as LedgerHeader['format'],
    algorithm: textOf(row, 'algorithm') as LedgerHeader['algorithm'],
    tenantId: id<TenantId>(textOf(row, 'tenant_id')),
    assessmentId: id<AssessmentId>(assessmentId),
    rubricDigest: digestIn(row, 'rubric_digest'),
    noticeDigest: digestIn(row, 'notice_digest'),
  }
}

export function headIn(row: SqlRow): ChainHead {
  return { seq: integerOf(row, 'seq'), digest: digestIn(row, 'digest') }
}

export function entryIn([seq, body, bodyDigest, previous, digest]: readonly SqlValue[]): WholeEntry {
  if (typeof seq !== 'number' || typeof body !== 'string') throw corruption('事件的内容不是文本')
  return {
    seq,
    body,
    bodyDigest: asDigest(bodyDigest, 'body_digest'),
    previous: asDigest(previous, 'previous'),
    digest: asDigest(digest, 'digest'),
  }
}

export function keyIn(row: SqlRow): UsedKey {
  const key = textOf(row, 'key')
  checkRow(row, ['tenant_id', 'key', 'assessment_id', 'request', 'first_seq', 'last_seq'], `办理编号“${key}”`)
  return {
    key,
    assessmentId: id<AssessmentId>(textOf(row, 'assessment_id')),
    request: digestIn(row, 'request'),
    firstSeq: integerOf(row, 'first_seq'),
    lastSeq: integerOf(row, 'last_seq'),
  }
}
