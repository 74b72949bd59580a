import { contract } from '../contract.ts'
import {
  actedAt,
  actedShape,
  assessmentParams,
  evidenceShape,
  measureShape,
  occurrencesShape,
  orNull,
} from '../shapes/acting-shapes.ts'
import { bonusIdShape, centerIdShape, clauseIdShape } from '../shapes/id-shapes.ts'
import { dateShape, lineShape, proseShape, shape } from '../shapes/plain-shapes.ts'

export const proposeBonus = contract({
  method: 'POST',
  path: '/api/v1/assessments/{assessmentId}/bonuses',
  operationId: 'proposeBonus',
  tag: '加分',
  summary: '申报加分',
  access: 'bonus.propose',
  center: 'body.centerId',
  repeat: 'ledger',
  params: assessmentParams,
  body: shape({
    bonusId: bonusIdShape,
    centerId: centerIdShape,
    clauseId: clauseIdShape,
    occurrences: occurrencesShape,
    occurredOn: dateShape,
    measured: orNull(measureShape),
    level: orNull(lineShape),
    description: proseShape,
    evidence: evidenceShape,
    ...actedAt,
  }),
  answer: actedShape,
  refusals: ['bonus-exists'],
})
