import { expect, test } from 'vitest'
import { ACTIONS, may } from '../../app/people/who-may.ts'
import type { Role } from '../../app/people/role.ts'
import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { landingOf } from './navigation.ts'

type Me = Parameters<typeof landingOf>[0]

function signedIn(roles: readonly Role[]): Me {
  const centerId = roles.includes('center') ? id<CenterId>('east') : null
  const actions = ACTIONS.filter((action) => may({ roles, centerId, scopes: null }, action, null))
  return { roles, centerId, actions } as unknown as Me
}

test.each<[roles: Role[], to: string]>([
  [['leader'], '/assessments/a1/overview'],
  [['assessor'], '/assessments/a1/overview'],
  [['reviewer'], '/assessments/a1/overview'],
  [['auditor'], '/assessments/a1/overview'],
  [['center'], '/assessments/a1/center'],
  [['inspector'], '/assessments/a1/inspection'],
  [['clerk'], '/assessments/a1/records'],
  [['administrator'], '/administration'],
  [['observer'], '/city'],
  [['inspector', 'assessor'], '/assessments/a1/overview'],
  [['administrator', 'clerk'], '/assessments/a1/records'],
  [[], '/assessments/a1/notice'],
])('%j begins at %s', (roles, to) => {
  expect(landingOf(signedIn(roles), 'a1')).toBe(to)
})
