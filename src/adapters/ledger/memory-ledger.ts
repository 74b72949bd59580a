import type { Digester } from '../../app/ports/digester.ts'
import type { LedgerStore } from '../../app/ports/ledger-store.ts'
import { storeRefusal } from '../../app/ports/store-refusals.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { genesisOf, type ChainHead, type LedgerHeader, type WholeEntry } from '../../core/ledger/chain.ts'
import { headAfter } from './head-after.ts'
import { turnOfItsOwn } from './turn-of-its-own.ts'
import { answerOf, type UsedKey } from './used-key.ts'
import type { MessageShelf } from './message-shelf.ts'

/** For tests and trials: what it holds ends with the process. */
export function memoryLedger(
  digester: Digester,
  shelf: MessageShelf,
  tenants: Map<TenantId, TenantLedgers>,
): LedgerStore {
  const of = (tenantId: TenantId): TenantLedgers => {
    const found = tenants.get(tenantId) ?? { streams: new Map(), keys: new Map() }
    tenants.set(tenantId, found)
    return found
  }
  const store: LedgerStore = {
    create: async (header, most = null) => {
      const { streams } = of(header.tenantId)
      const found = streams.get(header.assessmentId)
      if (found === undefined) {
        if (most !== null && streams.size >= most) return storeRefusal('assessments-quota-full', streams.size, most)
        const head = genesisOf(header, digester(header.algorithm))
        streams.set(header.assessmentId, { header, head, entries: [] })
        return accepted(head)
      }
      const isSame = canonicalJson(found.header) === canonicalJson(header)
      return isSame ? accepted(found.head) : storeRefusal('assessment-exists', header.assessmentId)
    },
    headers: async (tenantId) => {
      const headers = [...of(tenantId).streams.values()].map(({ header }) => header)
      return accepted(headers.toSorted((one, other) => (one.assessmentId < other.assessmentId ? -1 : 1)))
    },
    head: async (tenantId, assessmentId) => {
      const stream = of(tenantId).streams.get(assessmentId)
      return stream === undefined ? storeRefusal('assessment-unknown', assessmentId) : accepted(stream.head)
    },
    read: async (tenantId, assessmentId, afterSeq, limit) => {
      const stream = of(tenantId).streams.get(assessmentId)
      if (stream === undefined) return storeRefusal('assessment-unknown', assessmentId)
      return accepted(stream.entries.slice(afterSeq, afterSeq + limit))
    },
    append: async (tenantId, assessmentId, batch) => {
      const { streams, keys } = of(tenantId)
      const used = keys.get(batch.key.key)
      if (used !== undefined) return accepted(answerOf(used, assessmentId, batch.key))
      const stream = streams.get(assessmentId)
      if (stream === undefined) return storeRefusal('assessment-unknown', assessmentId)
      const { expected, entries, messages } = batch
      if (stream.head.seq !== expected.seq || stream.head.digest !== expected.digest)
        return accepted({ kind: 'moved', head: stream.head })
      const head = headAfter(expected, entries)
      stream.entries.push(...entries)
      stream.head = head
      keys.set(batch.key.key, { ...batch.key, assessmentId, firstSeq: expected.seq + 1, lastSeq: head.seq })
      shelf.lay(tenantId, messages)
      return accepted({ kind: 'appended', head })
    },
    inTurn: (tenantId, assessmentId, work) => turnOfItsOwn(store, tenantId, assessmentId, work),
    recall: async (tenantId, assessmentId, key) => {
      const { streams, keys } = of(tenantId)
      const used = keys.get(key.key)
      if (used !== undefined) return accepted(answerOf(used, assessmentId, key))
      return streams.has(assessmentId) ? accepted({ kind: 'unused' }) : storeRefusal('assessment-unknown', assessmentId)
    },
  }
  return store
}

export type LedgersOfTenants = ReadonlyMap<TenantId, TenantLedgers>

export interface TenantLedgers {
  readonly streams: Map<AssessmentId, Stream>
  readonly keys: Map<string, UsedKey>
}

interface Stream {
  readonly header: LedgerHeader
  readonly entries: WholeEntry[]
  head: ChainHead
}
