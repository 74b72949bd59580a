import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { assessmentIdShape, centerIdShape } from '../shapes/id-shapes.ts'
import { shape, signedPointsShape } from '../shapes/plain-shapes.ts'
import { answeredQuestionShape, intervalShape } from '../shapes/reading-shapes.ts'

export const weighReadings = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/sheets/{centerId}/readings',
  operationId: 'weighReadings',
  tag: '得分',
  summary: '通知没有写明之处，换一种读法，这个中心会得多少分；关于合计的都列出，其余只列有出入的',
  access: 'sheet.read',
  center: 'params.centerId',
  params: shape({ assessmentId: assessmentIdShape, centerId: centerIdShape }),
  answer: shape({
    questions: Type.Array(
      Type.Composite([
        answeredQuestionShape,
        shape({
          isAboutTotal: Type.Boolean(),
          readings: Type.Array(
            shape({
              key: Type.String(),
              label: Type.String(),
              score: orNull(signedPointsShape),
              interval: orNull(intervalShape),
            }),
          ),
        }),
      ]),
    ),
  }),
  refusals: ['assessment-unknown', 'center-unlisted'],
})
