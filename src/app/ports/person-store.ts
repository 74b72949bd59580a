import type { CenterId, PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Stored } from './store-fault.ts'

/**
 * A person with an account in one district. `revision` counts the changes: a change is saved only over the revision that
 * it was made from, so what two people (or one person's two sign-ins) do at once cannot undo each other.
 */
export interface Person {
  readonly tenantId: TenantId
  readonly personId: PersonId
  readonly revision: number
  /** Unique in the tenant, in the form of `parseUsername`. */
  readonly username: string
  readonly name: string
  readonly roles: readonly string[]
  readonly centerId: CenterId | null
  readonly email: string | null
  readonly state: 'active' | 'disabled'
  /** Null for those who come by single sign-on only. */
  readonly password: Password | null
  /** Failed attempts since the last success or lock. */
  readonly failures: number
  readonly lockedUntil: Timestamp | null
  readonly secondFactor: SecondFactor | null
  readonly signOns: readonly SignOnLink[]
}

export interface Password {
  readonly hash: string
  /** Those before it, the latest first. */
  readonly previous: readonly string[]
  readonly setAt: Timestamp
  /** Set by somebody else: good for one sign-in, to set an own one. */
  readonly mustChange: boolean
}

export interface SecondFactor {
  readonly secret: string
  /** Only a confirmed one is asked for: the person has shown to have it. */
  readonly isConfirmed: boolean
  /** The latest time step whose code was used: neither it nor an earlier one is taken again. */
  readonly lastStep: number | null
}

/** The same person at an identity provider. Unique in the tenant. */
export interface SignOnLink {
  readonly issuer: string
  readonly subject: string
}

export interface PersonStore {
  readonly person: (tenantId: TenantId, personId: PersonId) => Promise<Stored<Person | null>>
  readonly personByUsername: (tenantId: TenantId, username: string) => Promise<Stored<Person | null>>
  readonly personBySignOn: (tenantId: TenantId, link: SignOnLink) => Promise<Stored<Person | null>>
  /** E-mail addresses need not be unique; compared without regard to ASCII case. */
  readonly peopleByEmail: (tenantId: TenantId, email: string) => Promise<Stored<readonly Person[]>>
  /** By username, at most `limit` of those after the given one (null: from the first). */
  readonly people: (tenantId: TenantId, after: string | null, limit: number) => Promise<Stored<readonly Person[]>>
  /** `full` where the person is active and the district's quota of people is used up, however many are added at once. */
  readonly addPerson: (person: Person) => Promise<Stored<'added' | 'taken' | 'full'>>
  /** How many are active. */
  readonly countActive: (tenantId: TenantId) => Promise<Stored<number>>
  /**
   * `person.revision` is the one that was read; what is stored carries the next. `moved` where somebody was faster, `taken`
   * where the username or a sign-on belongs to somebody else by now, `full` as for `addPerson` where a disabled account becomes
   * active.
   */
  readonly savePerson: (person: Person) => Promise<Stored<'saved' | 'moved' | 'taken' | 'full'>>
}
