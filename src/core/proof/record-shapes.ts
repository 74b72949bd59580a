import { parseTimestamp } from '../kernel/timestamp.ts'
import type { Kind, Shape } from '../kernel/shape-fault.ts'
import * as field from '../ledger/field-kinds.ts'
import { parseDigest } from '../ledger/chain.ts'
import { parseShortCode } from '../scoring/verification-code.ts'
import { BUNDLE_FORMAT, type BundleCounts, type BundleRecord, type RecordKind } from './bundle-record.ts'

type RecordOf<Name extends RecordKind> = Extract<BundleRecord, { readonly kind: Name }>
type FieldsOf<Value> = { readonly [Name in Exclude<keyof Value, 'kind'>]-?: Shape }

/** What each record holds. The type makes it complete: a field added to a record is an error here. */
export const RECORD_SHAPES: { readonly [Name in RecordKind]: { readonly fields: FieldsOf<RecordOf<Name>> } } = {
  bundle: {
    fields: {
      format: [BUNDLE_FORMAT, (value) => value === BUNDLE_FORMAT],
      header: {
        fields: {
          format: ['mingheng-ledger/1', (value) => value === 'mingheng-ledger/1'],
          algorithm: ['sha256 或 sm3', (value) => value === 'sha256' || value === 'sm3'],
          tenantId: of(field.id),
          assessmentId: of(field.id),
          rubricDigest: digest(),
          noticeDigest: digest(),
        },
      },
      centerId: of(field.orNull(field.id)),
      madeAt: ['时间', (value) => typeof value === 'string' && parseTimestamp(value) !== null],
      program: of(field.text),
    },
  },
  notice: { fields: { text: of(field.text) } },
  rubric: { fields: { rubric: object() } },
  interpretation: {
    fields: {
      interpretation: {
        fields: {
          questionId: of(field.id),
          reading: of(field.text),
          points: of(field.orNull(field.points)),
          decidedBy: of(field.id),
          decidedOn: of(field.date),
          reason: of(field.text),
        },
      },
    },
  },
  calendar: {
    fields: {
      version: of(field.text),
      from: of(field.date),
      to: of(field.date),
      restDays: { listOf: of(field.date) },
      workDays: { listOf: of(field.date) },
    },
  },
  evidence: { fields: { digest: digest(), bytes: orNull(whole()), mediaType: of(field.orNull(field.text)) } },
  entry: {
    fields: {
      seq: of(field.count),
      event: orNull(object()),
      bodyDigest: digest(),
      digest: digest(),
    },
  },
  sheet: { fields: { centerId: of(field.id), sheet: object(), sheetDigest: digest(), code: code() } },
  manifest: {
    fields: {
      counts: { fields: counts() },
      head: { fields: { seq: whole(), digest: digest() } },
      terms: orNull(object()),
    },
  },
  seal: { fields: { digest: digest() } },
}

function of({ expected, holds }: field.FieldKind): Kind {
  return [expected, holds]
}

function digest(): Kind {
  return ['64 位十六进制摘要', (value) => typeof value === 'string' && parseDigest(value) !== null]
}

function code(): Kind {
  return ['核验码', (value) => typeof value === 'string' && parseShortCode(value) === value]
}

function whole(): Kind {
  return ['不小于 0 的整数', (value) => Number.isSafeInteger(value) && Number(value) >= 0]
}

function object(): Kind {
  return ['对象', field.isRecord]
}

function orNull([expected, holds]: Kind): Kind {
  return [`${expected}，或 null`, (value) => value === null || holds(value)]
}

function counts(): FieldsOf<BundleCounts> {
  return {
    interpretations: whole(),
    calendars: whole(),
    evidence: whole(),
    evidenceBytes: whole(),
    entries: whole(),
    withheld: whole(),
    centers: whole(),
    findings: whole(),
    bonuses: whole(),
    sheets: whole(),
    scores: ['整数', (value) => Number.isSafeInteger(value)],
  }
}
