import { setImmediate } from 'node:timers/promises'
import type { Digester } from '../../app/ports/digester.ts'
import type { Appended, AppendBatch, LedgerStore, Recalled } from '../../app/ports/ledger-store.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { storeRefusal } from '../../app/ports/store-refusals.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import { genesisOf, type ChainHead, type WholeEntry } from '../../core/ledger/chain.ts'
import { groupCommit } from '../sqlite/group-commit.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { corruption } from '../sql/corruption.ts'
import { guarded, guardedAsync } from '../sqlite/sqlite-fault.ts'
import { headAfter } from './head-after.ts'
import { ledgerRows, type LedgerRows } from './ledger-rows.ts'
import { messageRows, type MessageRows } from './message-rows.ts'
import { headOfLast, headOfNone, missingHead } from './sound-ledger.ts'
import { turnOfItsOwn } from './turn-of-its-own.ts'
import { answerOf } from './used-key.ts'

/** Read within a millisecond or so. */
const SHORT_PAGE = 200

/** Ledgers in one SQLite file. An append is on the disk, whole, before it is answered; those asked for at once share one commit. */
export function sqliteLedger(database: Database, digester: Digester): LedgerStore {
  const rows = ledgerRows(database)
  const messages = messageRows(database)
  const commit = groupCommit(database)
  const { path } = database
  const about = (assessmentId: string): string => `考核“${assessmentId}”：`
  const store: LedgerStore = {
    create: async (header, most = null) => {
      const { tenantId, assessmentId } = header
      const create = () => {
        const found = rows.header.get(tenantId, assessmentId)
        if (found !== null) {
          const isSame = canonicalJson(found) === canonicalJson(header)
          return isSame
            ? accepted(headOf(rows, digester, tenantId, assessmentId) ?? missingHead())
            : storeRefusal('assessment-exists', assessmentId)
        }
        const used = most === null ? 0 : rows.headers.all(tenantId).length
        if (most !== null && used >= most) return storeRefusal('assessments-quota-full', used, most)
        const head = genesisOf(header, digester(header.algorithm))
        rows.addHeader(header)
        rows.addHead(tenantId, assessmentId, head)
        return accepted(head)
      }
      return flat(guarded(path, () => transaction(database, create), about(assessmentId)))
    },
    headers: async (tenantId) => guarded(path, () => rows.headers.all(tenantId)),
    head: async (tenantId, assessmentId) => {
      const head = guarded(path, () => headOf(rows, digester, tenantId, assessmentId), about(assessmentId))
      if (!head.ok) return head
      return head.value === null ? storeRefusal('assessment-unknown', assessmentId) : accepted(head.value)
    },
    read: async (tenantId, assessmentId, afterSeq, limit) => {
      const page = guarded(path, () => pageOf(rows, tenantId, assessmentId, afterSeq, limit), about(assessmentId))
      // Reading is synchronous: between the pages of a long ledger others have their turn.
      if (limit > SHORT_PAGE) await setImmediate()
      if (!page.ok) {
        if (page.refusal.code !== 'store-corrupted') return page
        const seq = firstUnreadable(path, rows, tenantId, assessmentId, afterSeq, limit)
        return seq === null ? page : storeFault('store-corrupted', path, `${about(assessmentId)}第 ${seq} 条读不出`)
      }
      return page.value === null ? storeRefusal('assessment-unknown', assessmentId) : accepted(page.value)
    },
    append: async (tenantId, assessmentId, batch) => {
      const append = () => appendIn(rows, messages, digester, tenantId, assessmentId, batch)
      return flat(await guardedAsync(path, commit(append), about(assessmentId)))
    },
    inTurn: (tenantId, assessmentId, work) => turnOfItsOwn(store, tenantId, assessmentId, work),
    recall: async (tenantId, assessmentId, key) => {
      const recall = (): Outcome<Recalled, 'assessment-unknown'> => {
        const used = rows.key.get(tenantId, key.key)
        if (used !== null) return accepted(answerOf(used, assessmentId, key))
        const isKnown = rows.head.get(tenantId, assessmentId) !== null
        return isKnown ? accepted({ kind: 'unused' }) : storeRefusal('assessment-unknown', assessmentId)
      }
      return flat(guarded(path, recall, about(assessmentId)))
    },
  }
  return store
}

function appendIn(
  rows: LedgerRows,
  messages: MessageRows,
  digester: Digester,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  { expected, entries, key, messages: laid }: AppendBatch,
): Outcome<Appended, 'assessment-unknown'> {
  const used = rows.key.get(tenantId, key.key)
  if (used !== null) return accepted(answerOf(used, assessmentId, key))
  const head = headAfter(expected, entries)
  if (!rows.moveHead(tenantId, assessmentId, expected, head)) {
    const found = headOf(rows, digester, tenantId, assessmentId)
    return found === null ? storeRefusal('assessment-unknown', assessmentId) : accepted({ kind: 'moved', head: found })
  }
  for (const entry of entries) rows.addEvent(tenantId, assessmentId, entry)
  rows.addKey(tenantId, { ...key, assessmentId, firstSeq: expected.seq + 1, lastSeq: head.seq })
  messages.lay(tenantId, laid)
  return accepted({ kind: 'appended', head })
}

function headOf(
  rows: LedgerRows,
  digester: Digester,
  tenantId: TenantId,
  assessmentId: AssessmentId,
): ChainHead | null {
  const head = rows.head.get(tenantId, assessmentId)
  if (head !== null && head.seq > 0)
    return headOfLast(head, rows.event.get(tenantId, assessmentId, head.seq)?.digest ?? null)
  return headOfNone(head, rows.header.get(tenantId, assessmentId), digester)
}

/** Null where there is no such assessment. Events never change, so those up to a head belong together. */
function pageOf(
  rows: LedgerRows,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  afterSeq: number,
  limit: number,
): readonly WholeEntry[] | null {
  const head = rows.head.get(tenantId, assessmentId)
  if (head === null) return rows.header.get(tenantId, assessmentId) === null ? null : missingHead()
  const page = rows.events.all(tenantId, assessmentId, afterSeq, head.seq, limit)
  if (page.some(({ seq }, at) => seq !== afterSeq + 1 + at)) throw corruption('序号不连续')
  if (page.length !== Math.max(0, Math.min(limit, head.seq - afterSeq))) throw corruption('缺少事件')
  return page
}

/** Which event of a page that cannot be read is the first; null where each can be read by itself. */
function firstUnreadable(
  path: string,
  rows: LedgerRows,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  afterSeq: number,
  limit: number,
): number | null {
  const head = guarded(path, () => rows.head.get(tenantId, assessmentId))
  const last = head.ok && head.value !== null ? Math.min(head.value.seq, afterSeq + limit) : afterSeq + 1
  for (let seq = afterSeq + 1; seq <= last; seq += 1) {
    const read = guarded(path, () => rows.event.get(tenantId, assessmentId, seq))
    if (!read.ok || read.value === null) return seq
  }
  return null
}

function flat<Value, Code extends string>(stored: Stored<Outcome<Value, Code>>) {
  return stored.ok ? stored.value : stored
}
