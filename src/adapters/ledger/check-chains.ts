import { setImmediate } from 'node:timers/promises'
import type { Digester } from '../../app/ports/digester.ts'
import type { StoreDamage, StoreReport } from '../../app/ports/store-check.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { genesisOf, type ChainHead, type LedgerHeader } from '../../core/ledger/chain.ts'
import { findChainBreak, type ChainBreakKind } from '../../core/ledger/find-chain-break.ts'
import { integerOf, textOf } from '../sql/row.ts'
import type { CheckedRows } from './checked-rows.ts'
import { headerIn } from './ledger-rows.ts'

interface Chains {
  readonly sound: Pick<StoreReport['sound'], 'assessments' | 'events'>
  readonly damages: readonly StoreDamage[]
}

/** Every chain from its header on, the heads, and rows that belong to no header. One damaged ledger does not hide the others. */
export async function checkChains(rows: CheckedRows, digester: Digester): Promise<Chains> {
  const damages: StoreDamage[] = []
  let [assessments, events] = [0, 0]
  const listed = await rows.headers()
  if (!listed.ok) damages.push(damage('header', null, null, `卷首读不出：${listed.refusal.message}`))
  for (const row of listed.ok ? listed.value : []) {
    const header = rows.read(() => headerIn(row))
    if (!header.ok) {
      damages.push(damage('header', null, null, header.refusal.message))
      continue
    }
    const { head, found } = await walk(rows, header.value, digester)
    const broken = found ?? (await checkHead(rows, header.value, head))
    if (broken === null) assessments += 1
    else damages.push(broken)
    events += head.seq
  }
  return { sound: { assessments, events }, damages: [...damages, ...(await orphans(rows))] }
}

const PAGE = 2_000

/** As far as the chain holds, and what breaks it there. */
async function walk(
  rows: CheckedRows,
  header: LedgerHeader,
  digester: Digester,
): Promise<{ readonly head: ChainHead; readonly found: StoreDamage | null }> {
  const digestOf = digester(header.algorithm)
  let head = genesisOf(header, digestOf)
  for (;;) {
    const { assessmentId } = header
    const page = await rows.events(header, head.seq, PAGE)
    if (!page.ok) {
      const seq = await firstUnreadable(rows, header, head.seq)
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

async function firstUnreadable(rows: CheckedRows, header: LedgerHeader, afterSeq: number): Promise<number> {
  for (let seq = afterSeq + 1; seq <= afterSeq + PAGE; seq += 1) {
    const read = await rows.event(header, seq)
    if (!read.ok || read.value === null) return seq
  }
  return afterSeq + 1
}

async function checkHead(rows: CheckedRows, header: LedgerHeader, last: ChainHead): Promise<StoreDamage | null> {
  const head = await rows.head(header)
  if (head.ok && head.value?.seq === last.seq && head.value.digest === last.digest) return null
  const what = head.ok ? `记为第 ${head.value?.seq ?? '?'} 条，读到第 ${last.seq} 条` : head.refusal.message
  return damage('head', header, last.seq, `考核“${header.assessmentId}”末条的记录与台账不符：${what}`)
}

/** Rows whose ids a turned byte has changed: their own ledger misses them, and they belong to none. */
async function orphans(rows: CheckedRows): Promise<readonly StoreDamage[]> {
  const damages: StoreDamage[] = []
  for (const table of ['events', 'heads', 'keys']) {
    const part = table === 'keys' ? 'key' : 'header'
    const found = await rows.orphans(table)
    if (!found.ok) damages.push(damage(part, null, null, found.refusal.message))
    for (const row of found.ok ? found.value : []) {
      const told = rows.read(() => `${integerOf(row, 'number')} 行属于不存在的考核“${textOf(row, 'assessment_id')}”`)
      damages.push(damage(part, null, null, told.ok ? told.value : told.refusal.message))
    }
  }
  return damages
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
