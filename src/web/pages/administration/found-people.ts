import type { Answered } from '../../client/call.ts'

export type Person = Answered<'listPeople'>['people'][number]

/** In the order in which work passes through them; a city has hands of its own. */
export const ROLES = {
  district: ['administrator', 'clerk', 'inspector', 'assessor', 'reviewer', 'center', 'leader', 'auditor'],
  city: ['administrator', 'observer', 'auditor'],
} as const

export type RoleName = (typeof ROLES)['district' | 'city'][number]

/** `words` are looked for in name and username; empty finds all. */
export interface PeopleFilter {
  readonly words: string
  readonly role: string
  readonly state: string
}

export function foundPeople(people: readonly Person[], { words, role, state }: PeopleFilter): readonly Person[] {
  const sought = words.trim().toLowerCase()
  return people.filter(
    (person) =>
      (sought === '' || person.name.toLowerCase().includes(sought) || person.username.toLowerCase().includes(sought)) &&
      (role === '' || person.roles.includes(role)) &&
      (state === '' || (state === 'locked' ? person.isLocked : person.state === state)),
  )
}
