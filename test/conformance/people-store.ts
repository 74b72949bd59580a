import { beforeEach, describe, expect, test } from 'vitest'
import type { ApiToken } from '../../src/app/ports/api-token-store.ts'
import type { PeopleStore } from '../../src/app/ports/people-store.ts'
import { NO_QUOTAS, type Quotas } from '../../src/app/ports/quotas.ts'
import type { Session, SignOnAttempt } from '../../src/app/ports/session-store.ts'
import { ALONE, type Tenant } from '../../src/app/ports/tenant-store.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { WorkingCalendar } from '../../src/core/kernel/working-days.ts'
import { somePerson } from '../fixtures/some-person.ts'

const HERE = id<TenantId>('d1')
const THERE = id<TenantId>('d2')
const wang = somePerson({})
const at = (time: string) => timestamp(`2021-03-01T${time}+08:00`)
const ok = (value: unknown) => ({ ok: true, value })

const district: Tenant = { tenantId: HERE, name: '甲区', digest: 'sha256', secondFactor: 'optional', ...ALONE }

const session: Session = {
  tenantId: HERE,
  tokenDigest: 's1',
  personId: wang.personId,
  method: 'password',
  createdAt: at('09:00:00'),
  lastSeenAt: at('09:00:00'),
  expiresAt: at('21:00:00'),
  isComplete: true,
}

const attempt: SignOnAttempt = {
  tenantId: HERE,
  tokenDigest: 'a1',
  state: 's',
  nonce: 'n',
  codeVerifier: 'v',
  expiresAt: at('09:10:00'),
}

const token: ApiToken = {
  tenantId: HERE,
  tokenId: 't1',
  tokenDigest: 'h1',
  ownerId: wang.personId,
  name: '导入',
  scopes: ['suspicion.raise'],
  createdAt: at('09:00:00'),
  expiresAt: at('21:00:00'),
  revokedAt: null,
  lastUsedAt: null,
}

const calendar: WorkingCalendar = {
  version: '2021',
  from: plainDate('2021-01-01'),
  to: plainDate('2021-12-31'),
  restDays: new Set([plainDate('2021-10-04'), plainDate('2021-10-01')]),
  workDays: new Set([plainDate('2021-10-09')]),
}

/** What every store of people does; `make` gives an empty one. */
export function peopleStoreConformance(name: string, make: () => PeopleStore | Promise<PeopleStore>): void {
  describe(`people in ${name}`, () => {
    let store: PeopleStore
    beforeEach(async () => {
      store = await make()
      await store.addTenant(district)
      await store.addTenant({ ...district, tenantId: THERE, name: '乙区', digest: 'sm3' })
      expect(await store.addPerson(wang)).toEqual(ok('added'))
    })

    test('districts', async () => {
      expect(await store.addTenant({ ...district, name: '又一个' })).toEqual(ok('taken'))
      const changed = {
        secondFactor: 'everyone',
        kind: 'district',
        cityId: id<TenantId>('c1'),
        state: 'suspended',
      } as const
      expect(await store.saveTenant({ ...district, ...changed })).toEqual(ok('saved'))
      expect(await store.saveTenant({ ...district, tenantId: id('d9') })).toEqual(ok('unknown'))
      expect(await store.tenant(HERE)).toEqual(ok({ ...district, ...changed }))
      expect(await store.tenant(id('d9'))).toEqual(ok(null))
      expect(await store.tenants()).toMatchObject(ok([{ tenantId: 'd1' }, { tenantId: 'd2', digest: 'sm3' }]))
    })

    test('failed sign-ins that are charged to nobody are counted by district', async () => {
      await Promise.all([store.countUncharged(HERE), store.countUncharged(HERE)])
      expect(await store.unchargedFailures(HERE)).toEqual(ok(2))
      expect(await store.unchargedFailures(THERE)).toEqual(ok(0))
      expect(await store.saveTenant(district)).toEqual(ok('saved'))
      expect(await store.unchargedFailures(HERE)).toEqual(ok(2))
    })

    test('quotas are of one district, whole, and stay when a name is saved', async () => {
      expect(await store.quotas(HERE)).toEqual(ok(NO_QUOTAS))
      const quotas: Quotas = { people: 2, assessments: 0, evidenceBytes: 5e12, records: 7 }
      expect(await store.setQuotas(HERE, quotas)).toEqual(ok('saved'))
      expect(await store.setQuotas(id('d9'), quotas)).toEqual(ok('unknown'))
      expect(await store.saveTenant({ ...district, name: '甲新区' })).toEqual(ok('saved'))
      expect(await store.quotas(HERE)).toEqual(ok(quotas))
      expect(await store.quotas(THERE)).toEqual(ok(NO_QUOTAS))
      expect(await store.quotas(id('d9'))).toEqual(ok(NO_QUOTAS))
    })

    test('the last place goes to one of those who are added at once, and whoever is disabled takes none', async () => {
      await store.setQuotas(HERE, { ...NO_QUOTAS, people: 2 })
      const added = await Promise.all(
        ['p2', 'p3', 'p4'].map((personId) =>
          store.addPerson(somePerson({ personId: id(personId), username: personId })),
        ),
      )
      expect(added.map((one) => one.ok && one.value).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
        'added',
        'full',
        'full',
      ])
      expect(await store.countActive(HERE)).toEqual(ok(2))
      expect(await store.countActive(THERE)).toEqual(ok(0))
      const left = somePerson({ personId: id('p5'), username: 'left', state: 'disabled' })
      expect(await store.addPerson(left)).toEqual(ok('added'))
      expect(await store.addPerson(somePerson({ personId: id('p6'), username: 'wang' }))).toEqual(ok('taken'))
      await store.setQuotas(HERE, NO_QUOTAS)
      expect(await store.addPerson(somePerson({ personId: id('p7'), username: 'p7' }))).toEqual(ok('added'))
    })

    test('the last place goes to one of those who are restored and added at once; who stays active takes none', async () => {
      const left = ['p2', 'p3', 'p4'].map((name) =>
        somePerson({
          personId: id(name),
          username: name,
          state: 'disabled',
          signOns: name === 'p4' ? [{ issuer: 'https://id.example', subject: 'x' }] : [],
        }),
      )
      for (const person of left) await store.addPerson(person)
      await store.setQuotas(HERE, { ...NO_QUOTAS, people: 2 })
      const newcomer = somePerson({ personId: id('p5'), username: 'p5' })
      const restored = await Promise.all([
        ...left.map((person) => store.savePerson({ ...person, state: 'active' })),
        store.addPerson(newcomer),
      ])
      expect(restored.filter((one) => one.ok && one.value === 'full')).toHaveLength(3)
      expect(await store.countActive(HERE)).toEqual(ok(2))
      await store.setQuotas(HERE, { ...NO_QUOTAS, people: 0 })
      expect(await store.savePerson({ ...wang, name: '王某某' })).toEqual(ok('saved'))
    })

    test('a person comes back as stored, found by id, username, e-mail and sign-on', async () => {
      const full = somePerson({
        personId: id('p2'),
        username: 'li',
        roles: ['center', 'inspector'],
        centerId: id('c1'),
        email: 'Li@example.org',
        state: 'disabled',
        password: { hash: '$h', previous: ['$g'], setAt: at('08:00:00'), mustChange: true },
        failures: 3,
        lockedUntil: at('10:00:00'),
        secondFactor: { secret: 'ABC', isConfirmed: true, lastStep: 7 },
        signOns: [{ issuer: 'https://id.example', subject: 'x' }],
      })
      await store.addPerson(full)
      expect(await store.person(HERE, full.personId)).toEqual(ok(full))
      expect(await store.personByUsername(HERE, 'li')).toEqual(ok(full))
      expect(await store.peopleByEmail(HERE, 'lI@example.org')).toEqual(ok([full]))
      expect(await store.personBySignOn(HERE, { issuer: 'https://id.example', subject: 'x' })).toEqual(ok(full))
      expect(await store.people(HERE, null, 10)).toEqual(ok([full, wang]))
      expect(await store.people(HERE, 'li', 10)).toEqual(ok([wang]))
      expect(await store.people(HERE, null, 1)).toEqual(ok([full]))
    })

    test('nobody is found from another district', async () => {
      await store.savePerson({ ...wang, email: 'w@example.org', signOns: [{ issuer: 'i', subject: 's' }] })
      expect(await store.person(THERE, wang.personId)).toEqual(ok(null))
      expect(await store.personByUsername(THERE, 'wang')).toEqual(ok(null))
      expect(await store.peopleByEmail(THERE, 'w@example.org')).toEqual(ok([]))
      expect(await store.personBySignOn(THERE, { issuer: 'i', subject: 's' })).toEqual(ok(null))
      expect(await store.people(THERE, null, 10)).toEqual(ok([]))
      expect(await store.savePerson({ ...wang, tenantId: THERE, revision: 1 })).toEqual(ok('moved'))
    })

    test('names and sign-ons are taken once in a district, and again in another', async () => {
      const link = { issuer: 'i', subject: 's' }
      const other = somePerson({ personId: id('p2'), username: 'li', signOns: [link] })
      expect(await store.addPerson(somePerson({ personId: id('p2') }))).toEqual(ok('taken'))
      expect(await store.addPerson(somePerson({ username: 'other' }))).toEqual(ok('taken'))
      expect(await store.addPerson(other)).toEqual(ok('added'))
      expect(await store.savePerson({ ...wang, signOns: [link] })).toEqual(ok('taken'))
      expect(await store.savePerson({ ...wang, username: 'li' })).toEqual(ok('taken'))
      expect(await store.addPerson({ ...other, tenantId: THERE })).toEqual(ok('added'))
      expect(await store.person(HERE, wang.personId)).toEqual(ok(wang))
    })

    test('of two changes made from the same revision one is saved', async () => {
      const results = await Promise.all([1, 2, 3].map((failures) => store.savePerson({ ...wang, failures })))
      expect(results.map((result) => (result.ok ? result.value : '')).sort()).toEqual(['moved', 'moved', 'saved'])
      expect(await store.person(HERE, wang.personId)).toMatchObject(ok({ revision: 1 }))
    })

    test('a session begins, is seen, never earlier than before, and ends', async () => {
      await store.addSession(session)
      expect(await store.session(HERE, 's1')).toEqual(ok(session))
      expect(await store.session(THERE, 's1')).toEqual(ok(null))
      await store.touchSession(HERE, 's1', at('09:20:00'))
      await store.touchSession(HERE, 's1', at('09:10:00'))
      await store.touchSession(THERE, 's1', at('09:50:00'))
      expect(await store.session(HERE, 's1')).toEqual(ok({ ...session, lastSeenAt: at('09:20:00') }))
      expect(await store.endSession(THERE, 's1')).toEqual(ok(false))
      expect(await store.endSession(HERE, 's1')).toEqual(ok(true))
      expect(await store.endSession(HERE, 's1')).toEqual(ok(false))
      expect(await store.session(HERE, 's1')).toEqual(ok(null))
    })

    test('a session is replaced once', async () => {
      await store.addSession({ ...session, isComplete: false })
      const next = (tokenDigest: string): Session => ({ ...session, tokenDigest })
      expect(await store.replaceSession(HERE, 's1', next('s2'))).toEqual(ok('replaced'))
      expect(await store.replaceSession(HERE, 's1', next('s3'))).toEqual(ok('gone'))
      expect(await store.session(HERE, 's2')).toEqual(ok(next('s2')))
      expect(await store.session(HERE, 's3')).toEqual(ok(null))
    })

    test('all sessions of a person end but the one kept', async () => {
      for (const tokenDigest of ['s1', 's2', 's3']) await store.addSession({ ...session, tokenDigest })
      expect(await store.endSessions(THERE, wang.personId, null)).toEqual(ok(0))
      expect(await store.endSessions(HERE, id<PersonId>('p9'), null)).toEqual(ok(0))
      expect(await store.endSessions(HERE, wang.personId, 's2')).toEqual(ok(2))
      expect(await store.session(HERE, 's2')).toMatchObject(ok({ tokenDigest: 's2' }))
      expect(await store.endSessions(HERE, wang.personId, null)).toEqual(ok(1))
    })

    test('what is over is swept away', async () => {
      await store.addSession({ ...session, tokenDigest: 'idle' })
      await store.addSession({ ...session, tokenDigest: 'over', lastSeenAt: at('09:50:00'), expiresAt: at('10:00:00') })
      await store.addSession({ ...session, tokenDigest: 'live', lastSeenAt: at('09:50:00') })
      await store.addSignOnAttempt(attempt)
      await store.addPerson({ ...wang, tenantId: THERE })
      await store.addSession({ ...session, tenantId: THERE, tokenDigest: 'idle' })
      expect(await store.sweepSessions(at('08:00:00'), at('08:00:00'))).toEqual(ok(0))
      expect(await store.sweepSessions(at('10:00:00'), at('09:30:00'))).toEqual(ok(4))
      expect(await store.session(HERE, 'live')).toMatchObject(ok({ tokenDigest: 'live' }))
    })

    test('a sign-on attempt is given out once', async () => {
      await store.addSignOnAttempt(attempt)
      expect(await store.takeSignOnAttempt(THERE, 'a1')).toEqual(ok(null))
      const taken = await Promise.all([store.takeSignOnAttempt(HERE, 'a1'), store.takeSignOnAttempt(HERE, 'a1')])
      expect(taken).toEqual([ok(attempt), ok(null)])
    })

    test('an API token is found by its digest, listed, used and revoked by its owner or for all', async () => {
      const later = { ...token, tokenId: 't2', tokenDigest: 'h2', createdAt: at('10:00:00') }
      await store.addApiToken(token)
      await store.addApiToken(later)
      expect(await store.apiToken(HERE, 'h1')).toEqual(ok(token))
      expect(await store.apiToken(THERE, 'h1')).toEqual(ok(null))
      expect(await store.apiTokens(HERE, null)).toEqual(ok([later, token]))
      expect(await store.apiTokens(HERE, id<PersonId>('p9'))).toEqual(ok([]))
      expect(await store.apiTokens(THERE, null)).toEqual(ok([]))
      await store.touchApiToken(HERE, 't1', at('11:00:00'))
      expect(await store.revokeApiToken(HERE, 't1', id<PersonId>('p9'), at('12:00:00'))).toEqual(ok('unknown'))
      expect(await store.revokeApiToken(THERE, 't1', null, at('12:00:00'))).toEqual(ok('unknown'))
      expect(await store.revokeApiToken(HERE, 't1', wang.personId, at('12:00:00'))).toEqual(ok('revoked'))
      expect(await store.revokeApiToken(HERE, 't1', null, at('13:00:00'))).toEqual(ok('revoked'))
      expect(await store.apiToken(HERE, 'h1')).toEqual(
        ok({ ...token, lastUsedAt: at('11:00:00'), revokedAt: at('12:00:00') }),
      )
    })

    test('a calendar is stored once and never changed', async () => {
      const next = { ...calendar, version: '2022', from: plainDate('2022-01-01'), to: plainDate('2022-12-31') }
      expect(await store.addCalendar(HERE, next)).toEqual(ok('added'))
      expect(await store.addCalendar(HERE, calendar)).toEqual(ok('added'))
      expect(await store.addCalendar(HERE, { ...calendar, restDays: new Set([...calendar.restDays].sort()) })).toEqual(
        ok('same'),
      )
      expect(await store.addCalendar(HERE, { ...calendar, workDays: new Set() })).toEqual(ok('differs'))
      expect(await store.calendar(HERE, '2021')).toEqual(ok(calendar))
      expect(await store.calendar(THERE, '2021')).toEqual(ok(null))
      expect(await store.calendars(HERE)).toEqual(ok([calendar, next]))
      expect(await store.calendars(THERE)).toEqual(ok([]))
      expect(await store.addCalendar(THERE, calendar)).toEqual(ok('added'))
      const versions = new Map(
        [HERE, THERE].map((tenantId) => [tenantId, tenantId === HERE ? ['2021', '2022'] : ['2021']]),
      )
      expect(await store.calendarVersions()).toEqual(ok(versions))
    })
  })
}
