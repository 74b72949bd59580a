import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROLES } from '../../../app/people/role.ts'
import { CHAPTERS, GUIDES, guideOf } from './guides.ts'

test.each([...GUIDES, ...CHAPTERS])('there is a guide for the %s', (guide) => {
  expect(existsSync(new URL(`../../../../docs/guide/${guide}.md`, import.meta.url))).toBe(true)
})

test('every role has its guide', () => {
  expect(ROLES.filter((role) => guideOf([role]) !== role)).toEqual([])
})

test.each<[string[], string]>([
  [[], 'public'],
  [['assessor', 'leader'], 'assessor'],
  [['a role of a later version', 'clerk'], 'clerk'],
])('%j reads %s', (roles, guide) => {
  expect(guideOf(roles)).toBe(guide)
})
