import { compareRational, formatRational, type Rational } from '../kernel/rational.ts'
import type { Finding } from '../ledger/assessment-state.ts'
import type { Amendment } from '../ledger/suspicion-fact.ts'
import type { Suspicion } from './detection.ts'

/** What is said with each fact that a run adds about a suspicion known before: what changed, for whoever reads the ledger. */
export function amendmentReason(title: string, before: Finding, now: Amendment): string {
  const parts = [
    before.standing === 'withdrawn' ? '又检出这一情况' : '',
    before.occurrences === now.occurrences ? '' : `次数由 ${before.occurrences} 改为 ${now.occurrences}`,
    before.occurredOn === now.occurredOn ? '' : `日期由 ${before.occurredOn} 改为 ${now.occurredOn}`,
    isSame(before.measured, now.measured) ? '' : `实测值由 ${figure(before.measured)} 改为 ${figure(now.measured)}`,
    before.eventKey === now.eventKey ? '' : '与其他记录的联系有变',
    recordsChange(before.records, now.records),
  ].filter((part) => part !== '')
  return runOf(title, parts.length === 0 ? ['口径或说明有变'] : parts)
}

export function withdrawalReason(title: string, into: Suspicion | null): string {
  return runOf(title, [
    into === null ? '记录不再显示这一情况' : `与 ${into.clauseId} 款的疑点是同一件事，按该款计，记录并入那里`,
  ])
}

/** `before` is what was last told of it: when it was decided, or by the flag before. */
export function flagReason(title: string, before: Told, now: Told): string {
  if (now.occurrences === 0) return runOf(title, ['记录不再显示这一情况'])
  if (before.occurrences === 0) return runOf(title, [`记录又显示这一情况，${now.occurrences} 次`])
  const counts = before.occurrences === now.occurrences ? '' : `次数由 ${before.occurrences} 改为 ${now.occurrences}`
  const parts = [counts, recordsChange(before.records, now.records)]
  return runOf(
    title,
    parts.filter((part) => part !== ''),
  )
}

export interface Told {
  readonly occurrences: number
  readonly records: readonly string[]
}

function runOf(title: string, parts: readonly string[]): string {
  return `重新运行检测“${title}”：${parts.join('，')}`
}

function isSame(one: Rational | null, other: Rational | null): boolean {
  return one === null || other === null ? one === other : compareRational(one, other) === 0
}

function figure(measured: Rational | null): string {
  return measured === null ? '（无）' : formatRational(measured)
}

/** A corrected record is the same record in another version. */
function recordsChange(before: readonly string[], now: readonly string[]): string {
  const [was, is] = [new Map(before.map(keyed)), new Map(now.map(keyed))]
  const more = [...is.keys()].filter((key) => !was.has(key)).length
  const fewer = [...was.keys()].filter((key) => !is.has(key)).length
  const corrected = [...is].filter(([key, ref]) => was.has(key) && was.get(key) !== ref).length
  const parts = [
    more === 0 ? '' : `增加 ${more} 条`,
    fewer === 0 ? '' : `减少 ${fewer} 条`,
    corrected === 0 ? '' : `更正 ${corrected} 条`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `记录${parts.join('、')}`
}

function keyed(ref: string): [key: string, ref: string] {
  return [ref.replace(/@\d+$/, ''), ref]
}
