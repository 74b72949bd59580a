import { expect, test } from 'vitest'
import { foundPeople, type PeopleFilter } from './found-people.ts'

const person = (username: string, roles: readonly string[], state = 'active', isLocked = false) =>
  ({ username, name: `Name of ${username}`, roles, state, isLocked }) as never

const PEOPLE = [
  person('Anna', ['clerk']),
  person('bo', ['assessor', 'inspector'], 'disabled'),
  person('cy', ['inspector'], 'active', true),
]

test.each<[filter: string, given: Partial<PeopleFilter>, found: readonly string[]]>([
  ['nothing is asked', {}, ['Anna', 'bo', 'cy']],
  ['words in whatever case', { words: ' aNN ' }, ['Anna']],
  ['one of several roles', { role: 'inspector' }, ['bo', 'cy']],
  ['the state', { state: 'disabled' }, ['bo']],
  ['who is locked out', { state: 'locked' }, ['cy']],
  ['all of it at once', { words: 'name', role: 'inspector', state: 'active' }, ['cy']],
])('%s', (_filter, given, found) => {
  const filter = { words: '', role: '', state: '', ...given }
  expect(foundPeople(PEOPLE, filter).map(({ username }) => username)).toEqual(found)
})
