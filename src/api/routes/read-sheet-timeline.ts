import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { assessmentIdShape, centerIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { dateShape, oneOf, shape } from '../shapes/plain-shapes.ts'
import { bonusStandingShape, findingStandingShape } from '../shapes/reading-shapes.ts'

export const readSheetTimeline = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/sheets/{centerId}/timeline',
  operationId: 'readSheetTimeline',
  tag: '得分',
  summary: '一个中心的每件事：哪天发生，哪天决定；得分表的两个时点在它上面走',
  access: 'sheet.read',
  center: 'params.centerId',
  params: shape({ assessmentId: assessmentIdShape, centerId: centerIdShape }),
  answer: shape({
    periodFrom: orNull(dateShape),
    periodTo: orNull(dateShape),
    today: dateShape,
    sealedOn: orNull(dateShape),
    matters: Type.Array(
      shape({
        kind: oneOf(['finding', 'bonus'], '问题或加分'),
        ref: Type.String(),
        clauseId: clauseIdShape,
        standing: Type.Union([findingStandingShape, bonusStandingShape]),
        occurredOn: dateShape,
        settledOn: orNull(dateShape),
      }),
    ),
  }),
  refusals: ['assessment-unknown', 'center-unlisted'],
})
