import { setImmediate } from 'node:timers/promises'
import type { Digester } from '../../app/ports/digester.ts'
import type { StoreDamage, StoreReport } from '../../app/ports/store-check.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { genesisOf, type ChainHead, type LedgerHeader } from '../../core/ledger/chain.ts'
import { findChainBreak, type ChainBreakKind } from '../../core/ledger/find-chain-break.ts'
import type { Database } from '../sqlite/open-database.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { integerOf, textOf } from '../sql/row.ts'
import { prepare } from '../sqlite/statement.ts'
import { headerIn, ledgerRows, type LedgerRows } from './ledger-rows.ts'

interface Chains {
  readonly sound: Pick<StoreReport['sound'], 'assessments' | 'events'>
  readonly damages: readonly StoreDamage[]
}

/** Every chain from its header on, the heads, and rows that belong to no header. One damaged ledger does not hide the others. */
export async function checkChains(database: Database, digester: Digester): Promise<Chains> {
  const rows = ledgerRows(database)
  const damages: StoreDamage[] = []
  let [assessments, events] = [0, 0]
  const listed = guarded(database.path, () => prepare(database, 'SELECT * FROM headers', (row) => row).all())
  if (!listed.ok) damages.push(damage('header', null, null, `卷首读不出：${listed.refusal.message}`))
  for (const row of listed.ok ? listed.value : []) {
    const header = guarded(database.path, () => headerIn(row))
    if (!header.ok) {
      damages.push(damage('header', null, null, header.refusal.message))
      continue
    }
    const { head, found } = await walk(database.path, rows, header.value, digester)
    const broken = found ?? checkHead(database.path, rows, header.value, head)
    if (broken === null) assessments += 1
    else damages.push(broken)
    events += head.seq
  }
  return { sound: { assessments, events }, damages: [...damages, ...orphans(database)] }
}

const PAGE = 2_000

/** As far as the chain holds, and what breaks it there. */
async function walk(
  path: string,
  rows: LedgerRows,
  header: LedgerHeader,
  digester: Digester,
): Promise<{ readonly head: ChainHead; readonly found: StoreDamage | null }> {
  const digestOf = digester(header.algorithm)
  let head = genesisOf(header, digestOf)
  for (;;) {
    const { tenantId, assessmentId } = header
    const page = guarded(path, () => rows.events.all(tenantId, assessmentId, head.seq, Number.MAX_SAFE_INTEGER, PAGE))
    if (!page.ok) {
      const seq = await firstUnreadable(path, rows, header, head.seq)
      return { head, found: damage('chain', header, seq, `第 ${seq} 条起读不出：${page.refusal.message}`) }
    }
    const broken = findChainBreak(head, page.value, digestOf)
    if (broken !== null) {
      const { seq, kind } = broken
      const last = page.value.findLast((entry) => entry.seq < seq) ?? head
      const where = `考核“${assessmentId}”第 ${seq} 条${inWhat(kind)}；此前 ${seq - 1} 条完好`
      return { head: { seq: seq - 1, digest: last.digest }, found: damage('chain', header, seq, where) }
    }
    head = page.value.at(-1) ?? head
    if (page.value.length < PAGE) return { head, found: null }
    await setImmediate()
  }
}

async function firstUnreadable(
  path: string,
  rows: LedgerRows,
  header: LedgerHeader,
  afterSeq: number,
): Promise<number> {
  for (let seq = afterSeq + 1; seq <= afterSeq + PAGE; seq += 1) {
    const read = guarded(path, () => rows.event.get(header.tenantId, header.assessmentId, seq))
    if (!read.ok || read.value === null) return seq
  }
  return afterSeq + 1
}

function checkHead(path: string, rows: LedgerRows, header: LedgerHeader, last: ChainHead): StoreDamage | null {
  const head = guarded(path, () => rows.head.get(header.tenantId, header.assessmentId))
  if (head.ok && head.value?.seq === last.seq && head.value.digest === last.digest) return null
  const what = head.ok ? `记为第 ${head.value?.seq ?? '?'} 条，读到第 ${last.seq} 条` : head.refusal.message
  return damage('head', header, last.seq, `考核“${header.assessmentId}”末条的记录与台账不符：${what}`)
}

/** Rows whose ids a turned byte has changed: their own ledger misses them, and they belong to none. */
function orphans(database: Database): StoreDamage[] {
  return (['events', 'heads', 'keys'] as const).flatMap((table) => {
    const sql = `SELECT tenant_id, assessment_id, count(*) AS number FROM ${table} AS part WHERE NOT EXISTS
      (SELECT 1 FROM headers WHERE headers.tenant_id = part.tenant_id AND headers.assessment_id = part.assessment_id)
      GROUP BY tenant_id, assessment_id LIMIT 20`
    const read = prepare(database, sql, (row) => [textOf(row, 'assessment_id'), integerOf(row, 'number')] as const)
    const found = guarded(database.path, () => read.all())
    const part = table === 'keys' ? 'key' : 'header'
    if (!found.ok) return [damage(part, null, null, found.refusal.message)]
    return found.value.map(([name, number]) => damage(part, null, null, `${number} 行属于不存在的考核“${name}”`))
  })
}

function inWhat(kind: ChainBreakKind): string {
  switch (kind) {
    case 'seq':
      return '缺失或次序不对'
    case 'body':
      return '的内容与其摘要不符'
    case 'previous':
      return '没有接在前一条之后'
    case 'digest':
      return '的链摘要不符'
    default:
      return unreachable(kind)
  }
}

function damage(
  part: StoreDamage['part'],
  header: LedgerHeader | null,
  seq: number | null,
  message: string,
): StoreDamage {
  return { part, tenantId: header?.tenantId ?? null, assessmentId: header?.assessmentId ?? null, seq, message }
}
