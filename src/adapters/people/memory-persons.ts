import type { Person, PersonStore } from '../../app/ports/person-store.ts'
import type { Quotas } from '../../app/ports/quotas.ts'
import type { TenantStore } from '../../app/ports/tenant-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'

export function memoryPersons({ quotas }: Pick<TenantStore, 'quotas'>): PersonStore {
  const persons: Person[] = []
  const activeIn = (tenantId: TenantId): number =>
    persons.filter((person) => person.tenantId === tenantId && person.state === 'active').length
  const isFull = (tenantId: TenantId, { people: most }: Quotas): boolean => most !== null && activeIn(tenantId) >= most
  const isTaken = (person: Person): boolean =>
    persons.some(
      (other) =>
        other.tenantId === person.tenantId &&
        other.personId !== person.personId &&
        (other.username === person.username || sharesSignOn(other, person)),
    )
  return {
    person: async (tenantId, personId) =>
      accepted(persons.find((person) => person.tenantId === tenantId && person.personId === personId) ?? null),
    personByUsername: async (tenantId, username) =>
      accepted(persons.find((person) => person.tenantId === tenantId && person.username === username) ?? null),
    personBySignOn: async (tenantId, link) =>
      accepted(
        persons.find((person) => person.tenantId === tenantId && sharesSignOn(person, { signOns: [link] })) ?? null,
      ),
    peopleByEmail: async (tenantId, email) =>
      accepted(
        persons
          .filter((person) => person.tenantId === tenantId && lower(person.email ?? '') === lower(email))
          .sort(byName),
      ),
    people: async (tenantId, after, limit) =>
      accepted(
        persons
          .filter((person) => person.tenantId === tenantId && (after === null || person.username > after))
          .sort(byName)
          .slice(0, limit),
      ),
    addPerson: async (person) => {
      const set = await quotas(person.tenantId)
      if (!set.ok) return set
      const isThere = persons.some((other) => other.tenantId === person.tenantId && other.personId === person.personId)
      if (isThere || isTaken(person)) return accepted('taken')
      if (person.state === 'active' && isFull(person.tenantId, set.value)) return accepted('full')
      persons.push(person)
      return accepted('added')
    },
    countActive: async (tenantId) => accepted(activeIn(tenantId)),
    savePerson: async (person) => {
      const set = await quotas(person.tenantId)
      if (!set.ok) return set
      const at = persons.findIndex(
        (other) =>
          other.tenantId === person.tenantId &&
          other.personId === person.personId &&
          other.revision === person.revision,
      )
      if (at === -1) return accepted('moved')
      if (isTaken(person)) return accepted('taken')
      const isRestored = persons[at]?.state === 'disabled' && person.state === 'active'
      if (isRestored && isFull(person.tenantId, set.value)) return accepted('full')
      persons[at] = { ...person, revision: person.revision + 1 }
      return accepted('saved')
    },
  }
}

function sharesSignOn(a: Pick<Person, 'signOns'>, b: Pick<Person, 'signOns'>): boolean {
  return a.signOns.some((one) => b.signOns.some((two) => one.issuer === two.issuer && one.subject === two.subject))
}

function lower(email: string): string {
  return email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function byName(a: Person, b: Person): number {
  return a.username < b.username ? -1 : 1
}
