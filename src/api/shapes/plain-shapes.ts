import { Type, type TObject, type TProperties, type TUnsafe } from '@sinclair/typebox'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Points } from '../../core/kernel/points.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** Nothing beside what is named: a misspelt field is told, not passed over. */
export function shape<Fields extends TProperties>(fields: Fields, description?: string): TObject<Fields> {
  return Type.Object(fields, { additionalProperties: false, ...(description === undefined ? {} : { description }) })
}

export const dateShape = Type.Unsafe<PlainDate>(
  Type.String({ format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$', maxLength: 10, description: '日期，如 2021-10-25' }),
)

export const timestampShape = Type.Unsafe<Timestamp>(
  Type.String({
    format: 'date-time',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00$',
    maxLength: 25,
    description: '北京时间，如 2021-10-25T09:30:00+08:00',
  }),
)

/** Whole hundredths: 0.5 分 is 50. */
export const pointsShape = Type.Unsafe<Points>(
  Type.Integer({ minimum: 0, maximum: 100_000_000, description: '分值，以百分之一分计（0.5 分为 50）' }),
)

export const signedPointsShape = Type.Integer({
  minimum: -100_000_000,
  maximum: 100_000_000,
  description: '分值，以百分之一分计，可为负',
})

/** What people call a finding or a bonus by: 第123号. */
export const numberShape = Type.Integer({ minimum: 1, description: '编号：登记它的那条台账的序号' })
export const seqShape = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: '台账序号' })

export const countShape = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: '个数' })

/** A sentence or a few that a person wrote. */
export const proseShape = Type.String({
  minLength: 1,
  maxLength: 4000,
  pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]+$',
  description: '1 至 4000 个字的文字',
})

/** A name or a caption: one line. */
export const lineShape = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]+$',
  description: '1 至 200 个字的一行文字',
})

export function oneOf<const Value extends string>(values: readonly Value[], description: string): TUnsafe<Value> {
  return Type.Unsafe<Value>(
    Type.Union(
      values.map((value) => Type.Literal(value)),
      { description },
    ),
  )
}

/** Where a page goes on: what an earlier page gave as `next`. Opaque to the client. */
export const pageQuery = {
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 400, pattern: '^[0-9A-Za-z_-]+$', description: '上一页给出的 next' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '每页条数，1 至 200' })),
}

export const nextShape = Type.Union([Type.String(), Type.Null()], {
  description: '下一页的 cursor；没有下一页时为 null',
})
