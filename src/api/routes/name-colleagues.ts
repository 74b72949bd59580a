import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { personIdShape } from '../shapes/id-shapes.ts'
import { ownCenterShape } from '../shapes/people-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const nameColleagues = contract({
  method: 'GET',
  path: '/api/v1/colleagues',
  operationId: 'nameColleagues',
  tag: '人员',
  summary: '本区各人怎样称呼；对街镇中心，考核办的人只说角色',
  access: 'assessment.read',
  answer: shape({
    colleagues: Type.Array(shape({ personId: personIdShape, called: Type.String(), centerId: ownCenterShape })),
  }),
})
