import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { importShape } from '../shapes/job-shapes.ts'
import { nextShape, pageQuery, shape } from '../shapes/plain-shapes.ts'

export const listImports = contract({
  method: 'GET',
  path: '/api/v1/imports',
  operationId: 'listImports',
  tag: '记录',
  summary: '本区的导入，最近的在前',
  access: 'records.read',
  query: shape(pageQuery),
  answer: shape({ imports: Type.Array(importShape), next: nextShape }),
})
