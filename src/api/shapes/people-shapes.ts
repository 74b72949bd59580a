import { Type } from '@sinclair/typebox'
import { centerIdShape, personIdShape, tenantIdShape } from './id-shapes.ts'
import { lineShape, oneOf, shape, timestampShape } from './plain-shapes.ts'

export const standingShape = oneOf(
  ['second-factor-owed', 'password-change-owed', 'enrollment-owed', 'full'],
  '登录还差什么：动态码、改密码、启用动态码；full 为都不差',
)

/** Told once to the browser that signed in; the session itself is in the cookie. */
export const sessionShape = shape({
  standing: standingShape,
  expiresAt: timestampShape,
  csrfToken: Type.String({ description: '写请求在 X-CSRF-Token 里带上' }),
})

export const passwordShape = Type.String({ minLength: 1, maxLength: 1000, writeOnly: true, description: '密码' })

export const codeShape = Type.String({
  pattern: '^[0-9]{6}$',
  maxLength: 6,
  writeOnly: true,
  description: '六位动态码',
})

export const usernameShape = Type.String({ minLength: 1, maxLength: 200, description: '用户名' })

export const rolesShape = Type.Array(Type.String({ minLength: 1, maxLength: 40, description: '角色' }), {
  maxItems: 8,
  description: '角色的列表',
})

export const emailShape = Type.Union([Type.String({ maxLength: 254 }), Type.Null()], {
  description: '电子邮件地址，没有时为 null',
})

export const ownCenterShape = Type.Union([centerIdShape, Type.Null()], {
  description: '所属中心，不属于任何中心时为 null',
})

export const personShape = shape({
  personId: personIdShape,
  username: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.String()),
  centerId: ownCenterShape,
  email: emailShape,
  state: oneOf(['active', 'disabled'], '在用或停用'),
  revision: Type.Integer(),
  isLocked: Type.Boolean(),
  hasPassword: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  hasSecondFactor: Type.Boolean(),
  hasSignOn: Type.Boolean(),
})

export const personParams = shape({ personId: personIdShape })

export const districtParams = shape({ district: tenantIdShape })

export const nameShape = lineShape

export const doneShape = shape({ done: Type.Literal(true) })
