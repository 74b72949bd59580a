import { expect, test } from 'vitest'
import { memoryPeople } from '../adapters/people/memory-people.ts'
import { peopleHouse, valueOf } from '../../test/fixtures/people-house.ts'
import { firstStart } from './first-start.ts'

test.each(['sha256', 'sm3'] as const)(
  'a district is founded with %s, once, and a password is shown',
  async (digest) => {
    const people = memoryPeople()
    const house = { ...(await peopleHouse()), people }
    const setting = { district: 'main', districtName: '本区', administrator: 'admin', digest }
    expect(valueOf(await firstStart(house, setting)).join()).toContain('一次性密码')
    expect(valueOf(await people.tenants())).toMatchObject([{ tenantId: 'main', digest }])
    expect(valueOf(await firstStart(house, setting))).toEqual([])
  },
)

test('of nodes that start at once one founds the district and shows the password', async () => {
  const house = { ...(await peopleHouse()), people: memoryPeople() }
  const setting = { district: 'main', districtName: '本区', administrator: 'admin', digest: 'sha256' } as const
  const told = await Promise.all([1, 2, 3].map(async () => valueOf(await firstStart(house, setting))))
  expect(told.filter((lines) => lines.length > 0)).toHaveLength(1)
})
