import { contract } from '../contract.ts'
import { bonusParams, eventsShape } from '../shapes/acting-shapes.ts'
import { shape } from '../shapes/plain-shapes.ts'
import { bonusViewFields } from '../shapes/reading-shapes.ts'

export const readBonus = contract({
  method: 'GET',
  path: '/api/v1/assessments/{assessmentId}/bonuses/{bonusId}',
  operationId: 'readBonus',
  tag: '加分',
  summary: '一项加分申报和它的全部经过',
  access: 'bonus.read',
  center: 'case',
  params: bonusParams,
  answer: shape({ ...bonusViewFields, history: eventsShape }),
  refusals: ['bonus-unknown'],
})
