import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { detectionNameShape, rubricParams } from '../shapes/detection-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const adoptDetections = contract({
  method: 'POST',
  path: '/api/v1/rubrics/{rubricId}/detections',
  operationId: 'adoptDetections',
  tag: '检测',
  summary: '为细则采用检测：逐份核对并在空表上试运行，要么全部采用，要么一份也不采用；errors 写明哪份、哪一行',
  access: 'detection.adopt',
  repeat: 'kept',
  isLogged: true,
  params: rubricParams,
  bodyLimit: 4 * 1024 * 1024,
  body: shape({
    detections: Type.Array(
      shape({
        name: detectionNameShape,
        text: Type.String({ minLength: 1, maxLength: 50_000, description: '文件的全文，至多 50000 字' }),
      }),
      { minItems: 1, maxItems: 200, description: '1 至 200 份检测' },
    ),
  }),
  status: 201,
  answer: shape({ adopted: Type.Array(Type.String()) }),
  refusals: ['rubric-not-adopted', 'detection-wrong'],
})
