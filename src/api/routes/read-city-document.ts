import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { yearShape } from '../shapes/city-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readCityDocument = contract({
  method: 'GET',
  path: '/api/v1/city/document',
  operationId: 'readCityDocument',
  tag: '文件',
  summary: '本市各区已公示结果的对比，做成 Word、Excel 或 PDF',
  access: 'city.read',
  isLogged: true,
  query: shape({ ...formQuery, year: Type.Optional(yearShape) }),
  ...documentAnswer,
  refusals: ['not-a-city', ...documentRefusals],
})
