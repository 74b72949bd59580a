import type { Password, Person, SecondFactor, SignOnLink } from '../../app/ports/person-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { checkRowIfSummed } from '../sql/row-checksum.ts'
import { integerOf, oneOf, textOf, textOrNull, type SqlRow, type SqlValue } from '../sql/row.ts'

export interface LinkedPerson {
  readonly person: Person
  readonly signOn: SignOnLink | null
}

/** A row of a person beside one of the sign-ons, which have a table of their own. */
export function linkedPersonOf(row: SqlRow): LinkedPerson {
  return { person: personOf(row), signOn: row['issuer'] === null ? null : signOnOf(row) }
}

/** Those whose rows stand together, with all their sign-ons. */
export function personsOf(rows: readonly LinkedPerson[]): readonly Person[] {
  const found = new Map<string, { person: Person; signOns: SignOnLink[] }>()
  for (const { person, signOn } of rows) {
    const known = found.get(person.personId) ?? { person, signOns: [] }
    if (signOn !== null) known.signOns.push(signOn)
    found.set(person.personId, known)
  }
  return [...found.values()].map(({ person, signOns }) => ({ ...person, signOns }))
}

function personOf(row: SqlRow): Person {
  checkRowIfSummed(row, PERSON_COLUMNS, `人员“${textOf(row, 'person_id')}”`)
  const centerId = textOrNull(row, 'center_id')
  const lockedUntil = textOrNull(row, 'locked_until')
  return {
    tenantId: id(textOf(row, 'tenant_id')),
    personId: id(textOf(row, 'person_id')),
    revision: integerOf(row, 'revision'),
    username: textOf(row, 'username'),
    name: textOf(row, 'name'),
    roles: JSON.parse(textOf(row, 'roles')) as readonly string[],
    centerId: centerId === null ? null : id(centerId),
    email: textOrNull(row, 'email'),
    state: oneOf(row, 'state', ['active', 'disabled']),
    password: jsonOf<Password>(row, 'password'),
    failures: integerOf(row, 'failures'),
    lockedUntil: lockedUntil === null ? null : timestamp(lockedUntil),
    secondFactor: jsonOf<SecondFactor>(row, 'second_factor'),
    signOns: [],
  }
}

export function signOnOf(row: SqlRow): SignOnLink {
  return { issuer: textOf(row, 'issuer'), subject: textOf(row, 'subject') }
}

/** In the order of `valuesOf`, which the checksum covers. */
export const PERSON_COLUMNS = [
  'username',
  'name',
  'roles',
  'center_id',
  'email',
  'state',
  'password',
  'failures',
  'locked_until',
  'second_factor',
  'tenant_id',
  'person_id',
  'revision',
]

/** In the order that inserting and updating share: the key comes last. */
export function valuesOf(person: Person): readonly SqlValue[] {
  return [
    person.username,
    person.name,
    JSON.stringify(person.roles),
    person.centerId,
    person.email,
    person.state,
    person.password === null ? null : JSON.stringify(person.password),
    person.failures,
    person.lockedUntil,
    person.secondFactor === null ? null : JSON.stringify(person.secondFactor),
    person.tenantId,
    person.personId,
    person.revision,
  ]
}

/** What `valuesOf` wrote; the checksum stands between this and a damaged disk. */
function jsonOf<Value>(row: SqlRow, column: string): Value | null {
  const text = textOrNull(row, column)
  return text === null ? null : (JSON.parse(text) as Value)
}
