import { accepted, refused, type Outcome } from '../kernel/outcome.ts'
import type { LedgerEvent } from './ledger-event.ts'
import { upcastEvent, type UpcastRefusalCode } from './upcast.ts'

export type LedgerLinesRefusalCode = UpcastRefusalCode | 'line-not-json' | 'seq-gap'

/** A ledger file: one event a line, numbered from 1 without gaps. Blank lines are passed over. The whole or nothing. */
export function parseLedger(source: string): Outcome<readonly LedgerEvent[], LedgerLinesRefusalCode> {
  const events: LedgerEvent[] = []
  for (const [index, text] of source.split(/\r?\n/).entries()) {
    if (text.trim() === '') continue
    const line = index + 1
    const raw = parseLine(text)
    if (raw === undefined) return refused('line-not-json', `第 ${line} 行不是完整的 JSON；文件可能被截断，请重新导出`)
    const event = upcastEvent(raw, line)
    if (!event.ok) return event
    if (event.value.seq !== events.length + 1)
      return refused(
        'seq-gap',
        `第 ${line} 行的序号 seq 是 ${event.value.seq}，应为 ${events.length + 1}；有事件缺失或重复，请核对原始文件`,
      )
    events.push(event.value)
  }
  return accepted(events)
}

export function formatLedger(events: readonly LedgerEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
