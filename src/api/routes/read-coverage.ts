import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { clauseIdShape } from '../shapes/id-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readCoverage = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/coverage',
  operationId: 'readCoverage',
  tag: '检测',
  summary: '细则的每一款由什么供给：检测、检查、资料，或随其他款而定；没有来源的列在 faults',
  access: 'coverage.read',
  params: assessmentParams,
  answer: shape({
    lines: Type.Array(
      shape({
        clauseId: clauseIdShape,
        quote: Type.String(),
        feeds: Type.Array(
          Type.Union([
            shape({ kind: Type.Literal('detection'), name: Type.String(), title: Type.String() }),
            shape({ kind: Type.Literal('inspection'), look: Type.String() }),
            shape({ kind: Type.Literal('documents'), ask: Type.String() }),
            shape({ kind: Type.Literal('follows'), clauseIds: Type.Array(clauseIdShape) }),
          ]),
        ),
      }),
    ),
    faults: Type.Array(shape({ code: Type.String(), clauseId: clauseIdShape, message: Type.String() })),
  }),
  refusals: ['assessment-unknown'],
})
