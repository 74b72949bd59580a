import { Type } from '@sinclair/typebox'
import type { FindingId } from '../../core/kernel/identifiers.ts'
import { contract } from '../contract.ts'
import { eventsShape, findingParams, listOf, orNull, told } from '../shapes/acting-shapes.ts'
import { centerIdShape, clauseIdShape, digestShape, findingIdShape } from '../shapes/id-shapes.ts'
import { dateShape, numberShape, oneOf, shape } from '../shapes/plain-shapes.ts'
import { findingStandingShape, findingViewFields } from '../shapes/reading-shapes.ts'

/** What its amount was set after, and what people call it by. */
interface Cited {
  readonly findingId: FindingId
  readonly number: number
}

const alikeShape = shape({
  findingId: findingIdShape,
  number: numberShape,
  centerId: centerIdShape,
  clauseId: clauseIdShape,
  occurredOn: dateShape,
  standing: findingStandingShape,
  description: Type.String(),
  why: oneOf(['same-event', 'same-records', 'related-clause-near', 'same-clause-near'], '为什么像同一件事'),
  phrase: orNull(Type.String({ description: '通知对这两款的规定' })),
})

export const readFinding = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/findings/{findingId}',
  operationId: 'readFinding',
  tag: '问题',
  summary: '一个问题和它的全部经过，以及可能是同一件事的其他问题',
  access: 'finding.read',
  center: 'case',
  params: findingParams,
  answer: shape({
    ...findingViewFields,
    history: eventsShape,
    digests: Type.Array(digestShape),
    alike: Type.Array(alikeShape),
    cited: listOf(told<Cited>({ findingId: findingIdShape, number: numberShape })),
    today: dateShape,
  }),
  refusals: ['finding-unknown'],
})
