import { Type } from '@sinclair/typebox'
import { tenantIdShape } from './id-shapes.ts'
import { oneOf, shape } from './plain-shapes.ts'

export const secondFactorRuleShape = oneOf(
  ['optional', 'duties', 'everyone'],
  '谁必须用动态码：自愿、管理考核复核审计人员、所有人',
)

export const districtShape = shape({
  district: tenantIdShape,
  name: Type.String(),
  kind: oneOf(['district', 'city'], '区或市'),
  cityName: Type.Union([Type.String(), Type.Null()], {
    description: '本系统里能看到本区公示结果的市；没有时为 null',
  }),
  digest: oneOf(['sha256', 'sm3'], '新开考核的台账所用的摘要算法'),
  secondFactor: secondFactorRuleShape,
})
