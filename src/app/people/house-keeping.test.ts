import { beforeEach, describe, expect, test } from 'vitest'
import { codeOf, peopleHouse, TRACE, valueOf, type PeopleHouse } from '../../../test/fixtures/people-house.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { addCalendar } from './add-calendar.ts'
import { PEOPLE_REFUSALS } from './people-refusals.ts'
import { readAccessLog } from './read-access-log.ts'
import { sweepPeople } from './sweep-people.ts'

let house: PeopleHouse
beforeEach(async () => {
  house = await peopleHouse()
  await house.add('admin', ['administrator'])
  await house.add('sun', ['auditor'])
})

const days = (...texts: readonly string[]) => new Set(texts.map(plainDate))
const calendar: WorkingCalendar = {
  version: '2021',
  from: plainDate('2021-01-01'),
  to: plainDate('2021-12-31'),
  restDays: days('2021-10-01'),
  workDays: days('2021-10-09'),
}

describe('a calendar', () => {
  const add = async (differs: Partial<WorkingCalendar>, username = 'admin') =>
    addCalendar(house, await house.actor(username), { ...calendar, ...differs }, TRACE)

  test('is added once; the same again changes nothing, another under its name is refused', async () => {
    expect(valueOf(await add({}))).toEqual({ isNew: true })
    expect(valueOf(await add({}))).toEqual({ isNew: false })
    expect(codeOf(await add({ workDays: new Set() }))).toBe('calendar-differs')
    expect(codeOf(await add({}, 'sun'))).toBe('forbidden')
  })

  test.each<[string, Partial<WorkingCalendar>]>([
    ['that ends before it begins', { from: plainDate('2022-01-01') }],
    ['with a day outside', { restDays: days('2022-01-01') }],
    ['with a day of rest and of work', { workDays: days('2021-10-01') }],
    ['with a weekday worked in exchange', { workDays: days('2021-10-08') }],
    ['without a name', { version: '' }],
    ['for a lifetime', { to: plainDate('2099-12-31') }],
  ])('%s is refused', async (_title, differs) => {
    expect(codeOf(await add(differs))).toBe('calendar-wrong')
  })
})

describe('the access log', () => {
  const anything = { personId: null, action: null, result: null, from: null, to: null }

  test('is read by auditors, in pages; whoever else tries is in it', async () => {
    for (let n = 0; n < 3; n += 1) await house.enter('sun')
    expect(codeOf(await readAccessLog(house, await house.actor('admin'), anything, null, 10, TRACE))).toBe('forbidden')
    const page = valueOf(await readAccessLog(house, await house.actor('sun'), anything, null, 2, TRACE))
    expect(page.map((entry) => [entry.place, entry.action, entry.result])).toEqual([
      [4, 'access-log.read', 'refused'],
      [3, 'sign-in', 'done'],
    ])
    expect(page[0]).toMatchObject({ personId: 'id-admin', requestId: 'r1', address: '127.0.0.1' })
    expect(valueOf(await readAccessLog(house, await house.actor('sun'), anything, 3, 2, TRACE))).toHaveLength(2)
  })
})

describe('sweeping', () => {
  test('removes sessions that are over and entries kept long enough, and tells of it', async () => {
    await house.enter('sun')
    expect(valueOf(await sweepPeople(house, 190))).toEqual({ sessions: 0, entries: 0 })
    house.clock.pass(191 * 86_400)
    expect(valueOf(await sweepPeople(house, 365))).toEqual({ sessions: 1, entries: 0 })
    expect(valueOf(await sweepPeople(house, 190))).toEqual({ sessions: 0, entries: 1 })
    expect(await house.told()).toEqual(['access-log-prune done'])
  })

  test.each([189, 0, -1, 190.5, Number.NaN])('that keeps %d days is refused', async (keptDays) => {
    expect(codeOf(await sweepPeople(house, keptDays))).toBe('access-log-too-young')
  })
})

test.each(Object.keys(PEOPLE_REFUSALS) as (keyof typeof PEOPLE_REFUSALS)[])(
  '%s says what to do, in Chinese',
  (code) => {
    const say = PEOPLE_REFUSALS[code] as (...facts: readonly unknown[]) => string
    const message = say(['甲'], '乙')
    expect(message).toMatch(/[；：]/)
    expect(message).toMatch(/请|不能|须/)
    expect(message).not.toMatch(/undefined|[.!]$/)
  },
)
