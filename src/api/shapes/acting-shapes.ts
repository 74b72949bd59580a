import { Type, type TSchema, type TUnsafe } from '@sinclair/typebox'
import type { EvidenceClaims, LedgerEvent } from '../../core/ledger/ledger-event.ts'
import {
  appealIdShape,
  assessmentIdShape,
  bonusIdShape,
  centerIdShape,
  clauseIdShape,
  digestShape,
  eventKeyShape,
  findingIdShape,
} from './id-shapes.ts'
import { dateShape, lineShape, proseShape, seqShape, shape, timestampShape } from './plain-shapes.ts'

/** What acts on an assessment take and answer. */
export const assessmentParams = shape({ assessmentId: assessmentIdShape })
export const findingParams = shape({ assessmentId: assessmentIdShape, findingId: findingIdShape })
export const bonusParams = shape({ assessmentId: assessmentIdShape, bonusId: bonusIdShape })
export const appealParams = shape({
  assessmentId: assessmentIdShape,
  findingId: findingIdShape,
  appealId: appealIdShape,
})

export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()])
}

/** Every act can say when it was done; left out, it is done now. */
export const actedAt = { actedAt: Type.Optional(timestampShape) }

export const occurrencesShape = Type.Integer({ minimum: 1, maximum: 100_000, description: '次数，1 以上的整数' })

/** An explanation that may be left empty. */
export const remarkShape = Type.String({
  maxLength: 4000,
  pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
  description: '至多 4000 个字的文字，可为空',
})

export const measureShape = shape(
  {
    numerator: Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 }),
    denominator: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  },
  '实测值，两个整数之比',
)

const claimsShape = Type.Unsafe<EvidenceClaims>(
  shape(
    { takenAt: orNull(lineShape), place: orNull(lineShape), device: orNull(lineShape) },
    '设备自称的时间、地点和型号',
  ),
)

export const evidenceShape = Type.Array(
  shape({ digest: digestShape, caption: remarkShape, claims: orNull(claimsShape) }),
  { maxItems: 50, description: '已上传的证据' },
)

/** What a finding alleges, whoever tells it. */
export const allegationFields = {
  findingId: findingIdShape,
  centerId: centerIdShape,
  clauseId: clauseIdShape,
  occurrences: occurrencesShape,
  occurredOn: dateShape,
  eventKey: orNull(eventKeyShape),
  measured: orNull(measureShape),
  level: orNull(lineShape),
  unmet: orNull(Type.Array(Type.Integer({ minimum: 0, maximum: 100 }), { maxItems: 100 })),
  description: proseShape,
}

export const termsFields = {
  replyWorkingDays: Type.Integer({ minimum: 1, maximum: 250, description: '答复的工作日数' }),
  appealWorkingDays: Type.Integer({ minimum: 1, maximum: 250, description: '申诉的工作日数' }),
  rectificationWorkingDays: Type.Integer({ minimum: 1, maximum: 250, description: '整改的工作日数' }),
}

const placeShape = shape({
  latitude: Type.Integer({ minimum: -90_000_000, maximum: 90_000_000 }),
  longitude: Type.Integer({ minimum: -180_000_000, maximum: 180_000_000 }),
})

/** `place` in millionths of a degree, where it is known. */
export const enrollmentShape = shape({
  centerId: centerIdShape,
  name: lineShape,
  place: Type.Optional(placeShape),
})

/** One event as the ledger holds it; what it says depends on its type. */
export const eventShape: TUnsafe<LedgerEvent> = told<LedgerEvent>({
  seq: seqShape,
  type: Type.String(),
  by: Type.String(),
  actedAt: timestampShape,
  recordedAt: timestampShape,
})

export const eventsShape = listOf(eventShape)

/** What an act recorded, and where the ledger stands. `isRepeated`: it had been done under this key before. */
export const actedShape = shape({
  events: eventsShape,
  head: shape({ seq: seqShape, digest: digestShape }),
  isRepeated: Type.Boolean(),
})

/** Something of the core as it is answered: these fields and more. */
export function told<Value>(fields: Record<string, TSchema>): TUnsafe<Value> {
  return Type.Unsafe<Value>(Type.Object(fields, { additionalProperties: true }))
}

export function listOf<Value>(entry: TUnsafe<Value>): TUnsafe<readonly Value[]> {
  return Type.Unsafe<readonly Value[]>(Type.Array(entry))
}
