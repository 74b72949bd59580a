import { isCanonical } from '../kernel/is-canonical.ts'
import { accepted, type Outcome } from '../kernel/outcome.ts'
import { shapeFault } from '../kernel/shape-fault.ts'
import { isRecord } from '../ledger/field-kinds.ts'
import type { BundleRecord, RecordKind } from './bundle-record.ts'
import { proofFailure, type ProofFailureCode } from './proof-failures.ts'
import { RECORD_SHAPES } from './record-shapes.ts'

/** One line as its record: nothing that is not exactly as this program writes it. What it says is not believed here. */
export function readRecord(line: string): Outcome<BundleRecord, ProofFailureCode> {
  const value = parseJson(line)
  if (value === undefined || !isRecord(value)) return failed('line-not-record')
  if (!isCanonical(line, value)) return failed('line-not-canonical')
  const { kind } = value
  if (!isKind(kind)) return failed('record-unknown', typeof kind === 'string' ? kind.slice(0, 40) : '')
  const { fields } = RECORD_SHAPES[kind]
  const stranger = Object.keys(value).find((name) => name !== 'kind' && !Object.hasOwn(fields, name))
  if (stranger !== undefined) return failed('record-malformed', stranger.slice(0, 40), '没有这个字段')
  const fault = shapeFault(value, RECORD_SHAPES[kind], '')
  if (fault !== null) return failed('record-malformed', fault.place, fault.expected)
  const record: unknown = value
  return accepted(record as BundleRecord)
}

function failed<Code extends ProofFailureCode>(...failure: Parameters<typeof proofFailure<Code>>) {
  return { ok: false, refusal: proofFailure(...failure) } as const
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function isKind(kind: unknown): kind is RecordKind {
  return typeof kind === 'string' && Object.hasOwn(RECORD_SHAPES, kind)
}
