import { contract } from '../contract.ts'
import { districtShape, secondFactorRuleShape } from '../shapes/district-shape.ts'
import { lineShape, shape } from '../shapes/plain-shapes.ts'

export const changeDistrict = contract({
  method: 'PUT',
  path: '/api/v1/district',
  operationId: 'changeDistrict',
  tag: '本区',
  summary: '更改本区的名称和动态码的规定',
  access: 'person.manage',
  repeat: 'kept',
  body: shape({ name: lineShape, secondFactor: secondFactorRuleShape }),
  answer: districtShape,
})
