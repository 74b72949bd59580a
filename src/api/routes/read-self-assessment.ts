import { Type, type TUnsafe } from '@sinclair/typebox'
import type { SectionId } from '../../core/kernel/identifiers.ts'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { assessmentIdShape, centerIdShape, criterionIdShape } from '../shapes/id-shapes.ts'
import { pointsShape, shape, signedPointsShape, timestampShape } from '../shapes/plain-shapes.ts'
import { intervalShape } from '../shapes/reading-shapes.ts'

const sectionIdShape: TUnsafe<SectionId> = Type.Unsafe<SectionId>(Type.String({ description: '部分编号' }))

const comparedCriterionShape = shape({
  criterionId: criterionIdShape,
  label: Type.String(),
  text: Type.String(),
  limit: orNull(pointsShape),
  own: orNull(pointsShape),
  statement: Type.String(),
  effect: signedPointsShape,
})

export const readSelfAssessment = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/self-assessments/{centerId}',
  operationId: 'readSelfAssessment',
  tag: '自评',
  summary: '一个中心的自评，和考核得分并列；自评不动分',
  access: 'sheet.read',
  center: 'params.centerId',
  params: shape({ assessmentId: assessmentIdShape, centerId: centerIdShape }),
  answer: shape({
    submittedAt: orNull(timestampShape),
    statement: Type.String(),
    sections: Type.Array(
      shape({
        sectionId: sectionIdShape,
        label: Type.String(),
        title: Type.String(),
        maxPoints: orNull(pointsShape),
        own: orNull(signedPointsShape),
        office: signedPointsShape,
        between: intervalShape,
        difference: orNull(signedPointsShape),
        criteria: Type.Array(comparedCriterionShape),
      }),
    ),
  }),
  refusals: ['assessment-unknown', 'center-unlisted'],
})
