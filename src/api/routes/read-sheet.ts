import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { assessmentIdShape, centerIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import {
  clocksQuery,
  clocksShape,
  explainedSectionsShape,
  sheetShape,
  verificationShape,
} from '../shapes/reading-shapes.ts'

export const readSheet = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/sheets/{centerId}',
  operationId: 'readSheet',
  tag: '得分',
  summary: '一个中心的得分表，逐行说明；可看任何一天的',
  access: 'sheet.read',
  center: 'params.centerId',
  params: shape({ assessmentId: assessmentIdShape, centerId: centerIdShape }),
  query: shape(clocksQuery),
  answer: shape({
    sheet: sheetShape,
    clocks: clocksShape,
    verification: orNull(verificationShape),
    sentence: Type.String(),
    sections: explainedSectionsShape,
    isSealed: orNull(Type.Boolean()),
  }),
  refusals: ['assessment-unknown', 'center-unlisted'],
})
