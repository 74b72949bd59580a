import { Type, type Static } from '@sinclair/typebox'
import { shape, seqShape, timestampShape } from './shapes/plain-shapes.ts'
import { centerIdShape, personIdShape } from './shapes/id-shapes.ts'

/** What a refusal looks like on the wire: `application/problem+json` of RFC 9457. */
export const problemSchema = shape(
  {
    type: Type.String({ description: 'urn:mingheng:problem: 加代码' }),
    title: Type.String({ description: '这一类问题的名称' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: '出了什么问题、在哪里、怎么办' }),
    instance: Type.String({ description: 'urn:mingheng:request: 加请求编号，报告问题时请附上' }),
    code: Type.String({ description: '代码，程序据此分辨' }),
    errors: Type.Optional(
      Type.Array(
        shape({
          place: Type.String({ description: '如 body/points、query/limit' }),
          expected: Type.String(),
          found: Type.String(),
        }),
        { maxItems: 20, description: '请求中每一处不合要求的地方' },
      ),
    ),
    changes: Type.Optional(
      Type.Array(shape({ seq: seqShape, type: Type.String(), by: personIdShape, recordedAt: timestampShape }), {
        description: '看过之后发生的事件',
      }),
    ),
    blockers: Type.Optional(
      Type.Array(
        shape({
          code: Type.String(),
          ref: Type.Union([Type.String(), Type.Null()]),
          centerId: Type.Union([centerIdShape, Type.Null()]),
        }),
        { description: '妨碍定稿的事项' },
      ),
    ),
    offset: Type.Optional(Type.Integer({ minimum: 0, description: '上传已收到的字节数，从这里继续' })),
    kind: Type.Optional(Type.String({ description: '不能作为照片处理的文件是哪一种，如 pdf、m4a' })),
    allow: Type.Optional(Type.Array(Type.String(), { description: '此地址可用的方法' })),
  },
  '拒绝：RFC 9457 problem+json',
)

export type ProblemBody = Static<typeof problemSchema>
