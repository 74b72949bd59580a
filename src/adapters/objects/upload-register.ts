import type { UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { declarationIn, endIn, type UploadEnd } from '../evidence/upload-records.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, integerOrNull, textOf, textOrNull, type SqlRow } from '../sql/row.ts'
import { command, query, type Sql, type SqlDatabase } from '../sql/sql-database.ts'
import { registered } from './object-fault.ts'

/**
 * How uploads stand, in the database that all nodes share: it lets one of two that write behind the same offset win, which no
 * object store does in a way that all of them know. Bytes are not here.
 */
export interface UploadRegister {
  readonly find: (tenantId: TenantId, id: UploadId) => Promise<RegisteredUpload | null>
  readonly create: (
    tenantId: TenantId,
    id: UploadId,
    declared: UploadDeclaration,
    most: number,
  ) => Promise<'created' | 'known' | 'too-many'>
  /** False where the upload does not stand at the part's first byte, or has ended. */
  readonly take: (tenantId: TenantId, id: UploadId, part: UploadPart) => Promise<boolean>
  /** In the order of their bytes. */
  readonly parts: (tenantId: TenantId, id: UploadId) => Promise<readonly UploadPart[]>
  readonly writeEnd: (tenantId: TenantId, id: UploadId, end: UploadEnd) => Promise<UploadEnd>
  readonly keepWhole: (tenantId: TenantId, id: UploadId, digest: Digest) => Promise<void>
  /** Nothing of it is left to be sealed. */
  readonly settle: (tenantId: TenantId, id: UploadId) => Promise<void>
  readonly begunBefore: (tenantId: TenantId, time: Timestamp) => Promise<readonly UploadId[]>
  /** Which have uploads begun before the time. */
  readonly dueTenants: (time: Timestamp) => Promise<ReadonlySet<TenantId>>
  readonly remove: (tenantId: TenantId, id: UploadId) => Promise<void>
}

export interface RegisteredUpload {
  readonly declared: UploadDeclaration
  readonly held: number | null
  readonly end: UploadEnd | null
  readonly whole: Digest | null
}

export interface UploadPart {
  readonly offset: number
  readonly bytes: number
  readonly key: string
  readonly sha256: string
}

const ONE = 'tenant_id = ? AND shelf = ? AND upload_id = ?'
const FIND = query(`SELECT * FROM upload WHERE ${ONE}`, uploadOf)
const UNFINISHED = query(
  'SELECT count(*) AS n FROM upload WHERE tenant_id = ? AND shelf = ? AND by_person = ? AND ended IS NULL',
  (row) => integerOf(row, 'n'),
)
const CREATE = command(
  'INSERT INTO upload (tenant_id, shelf, upload_id, by_person, begun_at, declared, held) VALUES (?, ?, ?, ?, ?, ?, 0)',
)
const MOVE_ON = command(
  `UPDATE upload SET held = held + ? WHERE ${ONE} AND held = ? AND ended IS NULL AND whole IS NULL`,
)
const TAKE = command(
  `INSERT INTO upload_part (tenant_id, shelf, upload_id, first_byte, bytes, object_key, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)`,
)
const PARTS = query(`SELECT * FROM upload_part WHERE ${ONE} ORDER BY first_byte`, (row) => ({
  offset: integerOf(row, 'first_byte'),
  bytes: integerOf(row, 'bytes'),
  key: textOf(row, 'object_key'),
  sha256: textOf(row, 'sha256'),
}))
const END = command(`UPDATE upload SET ended = ? WHERE ${ONE} AND ended IS NULL`)
const WHOLE = command(`UPDATE upload SET whole = ? WHERE ${ONE} AND whole IS NULL`)
const SETTLE = command(`UPDATE upload SET held = NULL WHERE ${ONE}`)
const OLD = query('SELECT upload_id FROM upload WHERE tenant_id = ? AND shelf = ? AND begun_at < ?', (row) =>
  textOf(row, 'upload_id'),
)
const DUE = query('SELECT DISTINCT tenant_id FROM upload WHERE shelf = ? AND begun_at < ?', (row) =>
  id<TenantId>(textOf(row, 'tenant_id')),
)
const DROP_PARTS = command(`DELETE FROM upload_part WHERE ${ONE}`)
const DROP = command(`DELETE FROM upload WHERE ${ONE}`)

/** Uploads of one kind; `shelf` keeps those of others apart. */
export function sqlUploadRegister(database: SqlDatabase, shelf: 'evidence' | 'records'): UploadRegister {
  const ask = async <Value>(work: (sql: Sql) => Promise<Value>) => registered(await database.ask(work))
  const change = async <Value>(work: (sql: Sql) => Promise<Value>) => registered(await database.change(work))
  return {
    find: (tenantId, id) => ask((sql) => sql.get(FIND, tenantId, shelf, id)),
    create: (tenantId, id, declared, most) =>
      change(async (sql) => {
        if ((await sql.get(FIND, tenantId, shelf, id)) !== null) return 'known'
        if (((await sql.get(UNFINISHED, tenantId, shelf, declared.by)) ?? 0) >= most) return 'too-many'
        await sql.run(CREATE, tenantId, shelf, id, declared.by, declared.begunAt, JSON.stringify(declared))
        return 'created'
      }),
    take: (tenantId, id, { offset, bytes, key, sha256 }) =>
      change(async (sql) => {
        if ((await sql.run(MOVE_ON, bytes, tenantId, shelf, id, offset)) === 0) return false
        await sql.run(TAKE, tenantId, shelf, id, offset, bytes, key, sha256)
        return true
      }),
    parts: (tenantId, id) => ask((sql) => sql.all(PARTS, tenantId, shelf, id)),
    writeEnd: (tenantId, id, end) =>
      change(async (sql) => {
        await sql.run(END, JSON.stringify(end), tenantId, shelf, id)
        return (await sql.get(FIND, tenantId, shelf, id))?.end ?? end
      }),
    keepWhole: (tenantId, id, digest) => ask(async (sql) => void (await sql.run(WHOLE, digest, tenantId, shelf, id))),
    settle: (tenantId, id) =>
      change(async (sql) => {
        await sql.run(SETTLE, tenantId, shelf, id)
        await sql.run(DROP_PARTS, tenantId, shelf, id)
      }),
    begunBefore: async (tenantId, time) => (await ask((sql) => sql.all(OLD, tenantId, shelf, time))) as UploadId[],
    dueTenants: async (time) => new Set(await ask((sql) => sql.all(DUE, shelf, time))),
    remove: (tenantId, id) =>
      change(async (sql) => {
        await sql.run(DROP_PARTS, tenantId, shelf, id)
        await sql.run(DROP, tenantId, shelf, id)
      }),
  }
}

function uploadOf(row: SqlRow): RegisteredUpload {
  const declared = declarationIn(textOf(row, 'declared'))
  const ended = textOrNull(row, 'ended')
  const end = endIn(ended)
  if (declared === null || (ended !== null && end === null)) throw corruption('上传的登记读不懂')
  const whole = textOrNull(row, 'whole')
  return { declared, held: integerOrNull(row, 'held'), end, whole: whole === null ? null : parseDigest(whole) }
}
