import { Type } from '@sinclair/typebox'
import { orNull } from './acting-shapes.ts'
import { centerIdShape, clauseIdShape } from './id-shapes.ts'
import { countShape, dateShape, numberShape, oneOf, pointsShape, shape } from './plain-shapes.ts'

const caseFields = {
  ref: Type.String({ description: '问题或加分申报的编号' }),
  number: numberShape,
  centerId: centerIdShape,
  centerName: Type.String(),
  assessor: Type.String({ description: '裁量的人：能看姓名的看姓名，其他人看考核员甲、乙；不知道的为空' }),
  points: pointsShape,
  occurrences: countShape,
  occurredOn: dateShape,
  quarter: Type.String(),
  source: Type.String(),
}

const caseShape = shape(caseFields, '一件由人裁量的数额，points 是每次的')
const describedCaseShape = shape({ ...caseFields, description: Type.String(), reason: Type.String() })

const groupShape = shape({
  name: Type.String(),
  count: countShape,
  lowest: pointsShape,
  median: pointsShape,
  highest: pointsShape,
})

const stripShape = shape({
  clauseId: clauseIdShape,
  name: Type.String(),
  quote: Type.String(),
  isBonus: Type.Boolean(),
  least: pointsShape,
  most: orNull(pointsShape),
  cases: Type.Array(caseShape),
  varied: Type.Array(caseShape, { description: '经复核变更的，不参加比较' }),
  groups: shape({
    assessor: Type.Array(groupShape),
    center: Type.Array(groupShape),
    quarter: Type.Array(groupShape),
    source: Type.Array(groupShape),
  }),
})

const chanceShape = shape(
  {
    favorable: Type.String({ pattern: '^[0-9]+$', description: '差距至少这样大的排法' }),
    total: Type.String({ pattern: '^[0-9]+$', description: '所有排法' }),
    how: oneOf(['all', 'drawn', 'rounded'], '数完、抽取或近似'),
    together: countShape,
  },
  '若只凭碰巧；未经校正，together 是同类比较的项数',
)

const comparisonShape = shape({
  about: oneOf(['assessor', 'center', 'source', 'drift', 'outcome', 'effort', 'looking'], '比的是什么'),
  clauseId: orNull(clauseIdShape),
  verdict: oneOf(['too-few', 'ordinary', 'unusual'], '件数太少、没有超出碰巧、碰巧不容易这样'),
  sentence: Type.String(),
  chance: orNull(chanceShape),
})

const effortShape = shape({
  centerId: centerIdShape,
  centerName: Type.String(),
  visits: countShape,
  logged: countShape,
  found: countShape,
  substantiated: countShape,
})

export const evennessFields = {
  lead: Type.Array(Type.String(), { description: '先说结论' }),
  effortNote: Type.String(),
  counts: shape({
    decided: countShape,
    varied: countShape,
    bonuses: countShape,
    awaiting: countShape,
    reversed: countShape,
  }),
  clauses: Type.Array(stripShape),
  comparisons: Type.Array(comparisonShape),
  pairs: Type.Array(
    shape({
      likeness: Type.Integer({ minimum: 0, maximum: 100 }),
      clause: Type.String(),
      less: describedCaseShape,
      more: describedCaseShape,
    }),
    { description: '情形相近而数额不同的，相差大的在前' },
  ),
  isCut: Type.Boolean({ description: '件数太多，只比了数额相差最大的一部分' }),
  outcomes: Type.Array(shape({ assessor: Type.String(), substantiated: countShape, dismissed: countShape })),
  efforts: Type.Array(effortShape),
}
