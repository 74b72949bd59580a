import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { centerIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const exportBundle = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/bundle',
  operationId: 'exportBundle',
  tag: '证明',
  summary: '下载证明文件，供在别处脱机核验；街镇中心得到自己的部分，其他中心的内容只留摘要',
  access: 'bundle.export',
  center: 'query.centerId',
  isLogged: true,
  params: assessmentParams,
  query: shape({ centerId: Type.Optional(centerIdShape) }),
  mediaType: 'application/jsonl',
  answer: Type.String(),
  refusals: ['assessment-unknown', 'center-unknown'],
})
