import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { listOf } from '../shapes/acting-shapes.ts'
import { tenantIdShape } from '../shapes/id-shapes.ts'
import { oneOf, shape } from '../shapes/plain-shapes.ts'

export const listDistricts = contract({
  method: 'GET',
  path: '/api/v1/districts',
  operationId: 'listDistricts',
  tag: '登录',
  summary: '可以登录的区和市，不需登录：编号和名称',
  access: 'public',
  answer: shape({
    districts: listOf(
      shape({ district: tenantIdShape, name: Type.String(), kind: oneOf(['district', 'city'], '区或市') }),
    ),
  }),
})
