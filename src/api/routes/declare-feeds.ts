import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { rubricParams } from '../shapes/detection-shapes.ts'
import { clauseIdShape } from '../shapes/id-shapes.ts'
import { proseShape, shape } from '../shapes/plain-shapes.ts'

export const declareFeeds = contract({
  method: 'POST',
  path: '/api/v1/rubrics/{rubricId}/feeds',
  operationId: 'declareFeeds',
  tag: '检测',
  summary: '写明数据看不出的各款检查什么、看什么资料；整份代替以前的',
  access: 'detection.adopt',
  repeat: 'kept',
  isLogged: true,
  params: rubricParams,
  bodyLimit: 1024 * 1024,
  body: shape({
    feeds: Type.Array(
      shape({ clauseId: clauseIdShape, inspection: orNull(proseShape), documents: orNull(proseShape) }),
      { maxItems: 1_000, description: '每款一条：检查什么、看什么资料，至少写一样' },
    ),
  }),
  status: 201,
  answer: shape({ done: Type.Literal(true) }),
  refusals: ['rubric-not-adopted', 'feeds-wrong'],
})
