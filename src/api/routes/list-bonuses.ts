import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { centerIdShape } from '../shapes/id-shapes.ts'
import { nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'
import { bonusStandingShape, bonusViewFields } from '../shapes/reading-shapes.ts'

export const listBonuses = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/bonuses',
  operationId: 'listBonuses',
  tag: '加分',
  summary: '加分申报的列表，新的在前',
  access: 'bonus.read',
  center: 'query.centerId',
  params: assessmentParams,
  query: shape({
    ...pageQuery,
    centerId: Type.Optional(centerIdShape),
    standing: Type.Optional(bonusStandingShape),
  }),
  answer: shape({ bonuses: Type.Array(shape(bonusViewFields)), next: nextShape }),
  refusals: ['assessment-unknown'],
})
