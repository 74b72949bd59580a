import { expect, test } from 'vitest'
import { peopleHouse, TRACE, valueOf } from '../../../test/fixtures/people-house.ts'
import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { nameColleagues } from './name-colleagues.ts'
import { ROLE_NAMES } from './role.ts'

const EAST = id<CenterId>('east')

test.each([
  ['the office by their names', 'wang', { wang: 'wang', chen: 'chen', east: 'east' }],
  [
    'a center the office by what they are, and its own by name',
    'east',
    { wang: ROLE_NAMES.assessor, chen: ROLE_NAMES.inspector, east: 'east' },
  ],
])('%s', async (_who, asker, expected) => {
  const house = await peopleHouse()
  await house.add('wang', ['assessor'])
  await house.add('chen', ['inspector'])
  await house.add('east', ['center'], { centerId: EAST })
  const colleagues = valueOf(await nameColleagues(house, await house.actor(asker), TRACE))
  const called = Object.fromEntries(colleagues.map(({ personId, called }) => [personId.replace('id-', ''), called]))
  expect(called).toEqual(expected)
})
