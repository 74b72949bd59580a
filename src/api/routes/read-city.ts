import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { cityShape, yearShape } from '../shapes/city-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readCity = contract({
  method: 'GET',
  path: '/api/v1/city',
  operationId: 'readCity',
  tag: '市',
  summary: '本市各区已公示的结果：没有公示的不列数字，依据不同的不排在一起',
  access: 'city.read',
  query: shape({ year: Type.Optional(yearShape) }),
  answer: cityShape,
  refusals: ['not-a-city'],
})
