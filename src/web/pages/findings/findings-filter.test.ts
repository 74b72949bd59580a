import { expect, test } from 'vitest'
import { findingsAddress } from '../../ui/findings-link.tsx'
import { filterIn, narrowing, NO_FILTER, queryOf, searchOf } from './findings-filter.ts'

test.each<[string, string]>([
  ['nothing', ''],
  ['standings in the order of their life', 'standing=reported%2Cnotified'],
  ['a section, mine, by deadline', 'clause=3&mine=1&sort=due'],
  ['a center in a span of days', 'center=xiayang&from=2021-03-01&to=2021-03-31'],
  ['words', 'text=%E7%A9%BA%E5%B2%97+%E7%AA%97%E5%8F%A3'],
])('an address comes back as it was: %s', (_what, search) => {
  expect(searchOf(filterIn(new URLSearchParams(search))).toString()).toBe(search)
})

test.each<[string, string, object]>([
  ['a standing that nobody knows', 'standing=lost,notified', { standing: ['notified'] }],
  ['a day that is none', 'from=yesterday', { from: '' }],
  ['an order that nobody knows', 'sort=best', { sort: 'newest' }],
])('%s is passed over', (_what, search, expected) => {
  expect(filterIn(new URLSearchParams(search))).toMatchObject(expected)
})

test.each<[string, string | undefined, boolean, object]>([
  ['of a clause', '3.3.1', false, { clause: '3.3.1' }],
  ['of a clause, of what is suspected', '一、1', true, { clause: '一、1', standing: ['suspected'] }],
  ['of all', undefined, false, {}],
])('a link %s leads to them alone', (_what, clause, isSuspected, expected) => {
  const { pathname, searchParams } = new URL(findingsAddress('年/1', clause, isSuspected), 'https://example')
  expect(pathname).toBe(`/assessments/${encodeURIComponent('年/1')}/findings`)
  expect(filterIn(searchParams)).toEqual({ ...NO_FILTER, ...expected })
})

test('the query says only what is asked for', () => {
  const filter = filterIn(new URLSearchParams('standing=suspected,reported&mine=1&text=+'))
  expect(queryOf(filter, 200)).toEqual({ standing: 'suspected,reported', mine: 'true', limit: 200 })
  expect(queryOf(NO_FILTER, 50)).toEqual({ limit: 50 })
})

test('the order narrows nothing', () => {
  expect(narrowing(filterIn(new URLSearchParams('sort=due&center=a&mine=1')))).toEqual(['center', 'isMine'])
})
