import { accepted } from '../../core/kernel/outcome.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'

export interface PersonDetails {
  readonly name: string
  readonly email: string | null
}

export function checkDetails(given: PersonDetails): PeopleAnswer<PersonDetails> {
  const name = given.name.trim()
  if (!/^[^\p{Cc}]{1,100}$/u.test(name)) return refuse('name-missing')
  const email = given.email?.trim() ?? ''
  if (email === '') return accepted({ name, email: null })
  if (email.length > 254 || !/^[^\s@<>"\p{Cc}]+@[^\s@<>"\p{Cc}]+\.[^\s@<>"\p{Cc}]+$/u.test(email))
    return refuse('email-wrong', given.email ?? '')
  return accepted({ name, email })
}
