import { contract } from '../contract.ts'
import { districtShape } from '../shapes/district-shape.ts'

export const readDistrict = contract({
  method: 'GET',
  path: '/api/v1/district',
  operationId: 'readDistrict',
  tag: '本区',
  summary: '本区的名称和规定',
  access: 'assessment.read',
  answer: districtShape,
})
