import { beforeEach, expect, test } from 'vitest'
import { asks, assessmentId, district, opening, people, testOffice } from '../../../test/fixtures/acting-office.ts'
import {
  codeOf,
  HOUSE_DISTRICT,
  peopleHouse,
  TRACE,
  valueOf,
  type PeopleHouse,
} from '../../../test/fixtures/people-house.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { openAssessment } from '../acting/open-assessment.ts'
import { createPerson } from '../people/create-person.ts'
import { setPersonState } from '../people/set-person-state.ts'
import { NO_QUOTAS } from '../ports/quotas.ts'
import { foundDistrict } from './found-district.ts'
import { setQuotas } from './set-quotas.ts'

let house: PeopleHouse
beforeEach(async () => {
  house = await peopleHouse()
  await house.add('root', ['administrator'])
})

const add = async (username: string) => {
  const person = { username, name: '李某', roles: ['assessor'], centerId: null, email: null, hasPassword: false }
  return createPerson(house, await house.actor('root'), person, TRACE)
}

test('people come in up to the quota; then who is full, how far and who can raise it is told, and raised it goes on', async () => {
  valueOf(await setQuotas(house, 'd1', { people: 2 }))
  const li = valueOf(await add('li'))
  const full = await add('zhao')
  expect(full).toMatchObject({
    refusal: { code: 'people-quota-full', message: expect.stringMatching(/已用 2 人，配额 2 人.*运维人员/) },
  })
  expect(valueOf(await house.people.personByUsername(HOUSE_DISTRICT, 'zhao'))).toBeNull()
  const root = await house.actor('root')
  valueOf(await setPersonState(house, root, li.personId, 'disabled', TRACE))
  valueOf(await add('zhao'))
  expect(codeOf(await setPersonState(house, root, li.personId, 'active', TRACE))).toBe('people-quota-full')
  valueOf(await setQuotas(house, 'd1', { people: null }))
  valueOf(await setPersonState(house, root, li.personId, 'active', TRACE))
  valueOf(await add('qian'))
})

test('who is in already may be enabled again however full it is', async () => {
  const li = valueOf(await add('li'))
  valueOf(await setQuotas(house, 'd1', { people: 1 }))
  valueOf(await setPersonState(house, await house.actor('root'), li.personId, 'active', TRACE))
})

test('only what is given is set, and the access log tells it; nothing given only looks', async () => {
  expect(valueOf(await setQuotas(house, 'd1', {})).quotas).toEqual(NO_QUOTAS)
  expect(await house.told()).not.toContain('tenant-change done quota')
  valueOf(await setQuotas(house, 'd1', { people: 5 }))
  expect(valueOf(await setQuotas(house, 'd1', { assessments: 3 })).quotas).toEqual({
    ...NO_QUOTAS,
    people: 5,
    assessments: 3,
  })
  expect(await house.told()).toContain('tenant-change done quota')
})

test('a district that is not there has none, and a city none but of people', async () => {
  const city = { tenantId: 'shi', name: '某市', kind: 'city', cityId: null, digest: 'sha256' } as const
  valueOf(await foundDistrict(house, { ...city, administrator: 'admin' }))
  expect(codeOf(await setQuotas(house, 'd9', { people: 1 }))).toBe('tenant-unknown')
  expect(codeOf(await setQuotas(house, 'shi', { assessments: 1 }))).toBe('quota-of-city')
  expect(codeOf(await setQuotas(house, 'shi', { people: 1 }))).toBeNull()
})

test('assessments are opened up to the quota; the same one again is none more', async () => {
  const office = await testOffice()
  const quota = (assessments: number | null) => office.people.setQuotas(district, { ...NO_QUOTAS, assessments })
  const open = (name: string, key: string) =>
    openAssessment(office, { ...asks(people.assessor), assessmentId: id(name), key }, opening)
  await quota(1)
  expect(await open(assessmentId, 'first')).toMatchObject({ ok: true })
  expect(await open('b2021', 'second')).toMatchObject({
    refusal: { code: 'assessments-quota-full', message: expect.stringContaining('已用 1 个，配额 1 个') },
  })
  expect(await open(assessmentId, 'first')).toMatchObject({ ok: true })
  await quota(2)
  expect(await open('b2021', 'third')).toMatchObject({ ok: true })
  await quota(null)
  expect(await open('c2021', 'fourth')).toMatchObject({ ok: true })
})
