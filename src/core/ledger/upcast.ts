import { accepted, refused, type Outcome } from '../kernel/outcome.ts'
import { ENVELOPE_FIELDS, FACT_FIELDS } from './event-fields.ts'
import { isRecord, type FieldKind } from './field-kinds.ts'
import type { LedgerEvent } from './ledger-event.ts'

export type UpcastRefusalCode = 'line-not-event' | 'type-unknown' | 'field-missing' | 'field-wrong' | 'field-unknown'

/**
 * One event as it was written, taken as an event of today: shapes published earlier are brought up to date before their
 * fields are checked. Nothing unknown is dropped in silence. `line` counts from 1.
 */
export function upcastEvent(written: unknown, line: number): Outcome<LedgerEvent, UpcastRefusalCode> {
  if (!isRecord(written)) return refused('line-not-event', `第 ${line} 行不是一个事件；每行应是一个 JSON 对象`)
  const raw = broughtUpToDate(written)
  const { type } = raw
  const fields = typeof type === 'string' ? EVENT_FIELDS.get(type) : undefined
  if (!fields)
    return refused(
      'type-unknown',
      `第 ${line} 行的事件类型 ${shown(type)} 无法识别；文件可能由更新的版本生成，请升级后再导入`,
    )
  for (const [field, { expected, holds, isOptional = false }] of fields) {
    if (isOptional && !Object.hasOwn(raw, field)) continue
    if (!Object.hasOwn(raw, field))
      return refused('field-missing', `第 ${line} 行（${shown(type)}）缺少字段 ${field}；应填${expected}`)
    if (!holds(raw[field]))
      return refused(
        'field-wrong',
        `第 ${line} 行（${shown(type)}）的字段 ${field} 是 ${shown(raw[field])}；应填${expected}`,
      )
  }
  const unknown = Object.keys(raw).find((field) => !fields.has(field))
  if (unknown !== undefined)
    return refused(
      'field-unknown',
      `第 ${line} 行（${shown(type)}）有无法识别的字段 ${unknown}；请删去，或升级后再导入`,
    )
  const event: unknown = raw
  return accepted(event as LedgerEvent)
}

type Written = Readonly<Record<string, unknown>>

function broughtUpToDate(written: Written): Written {
  return withBasis(withTwoTimes(written))
}

/** Until version 0.3 a suspicion did not say what it rests on. */
function withBasis(written: Written): Written {
  return written['type'] === 'SuspicionRaised' && !Object.hasOwn(written, 'basis')
    ? { ...written, basis: null }
    : written
}

/** Until version 0.2 an event had one time (it was recorded as it was done), and evidence claimed nothing. */
function withTwoTimes(written: Written): Written {
  if (Object.hasOwn(written, 'actedAt') || !Object.hasOwn(written, 'recordedAt')) return written
  const { evidence } = written
  const claiming = Array.isArray(evidence) ? { evidence: evidence.map(withoutClaims) } : {}
  return { ...written, ...claiming, actedAt: written['recordedAt'] }
}

function withoutClaims(file: unknown): unknown {
  return isRecord(file) ? { ...file, claims: null } : file
}

const EVENT_FIELDS: ReadonlyMap<string, ReadonlyMap<string, FieldKind>> = new Map(
  Object.entries(FACT_FIELDS).map(([type, fields]) => [
    type,
    new Map<string, FieldKind>(Object.entries({ ...ENVELOPE_FIELDS, ...fields })),
  ]),
)

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '（空）'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
