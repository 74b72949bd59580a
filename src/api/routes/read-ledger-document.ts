import { contract } from '../contract.ts'
import { assessmentParams } from '../shapes/acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from '../shapes/document-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'

export const readLedgerDocument = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/ledger/document',
  operationId: 'readLedgerDocument',
  tag: '文件',
  summary: '整本台账，一条一行，做成 Word、Excel 或 PDF；条数多的只能要 Excel',
  access: 'ledger.read',
  isLogged: true,
  params: assessmentParams,
  query: shape(formQuery),
  ...documentAnswer,
  refusals: ['assessment-unknown', ...documentRefusals],
})
