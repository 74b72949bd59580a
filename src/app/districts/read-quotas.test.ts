import { expect, test } from 'vitest'
import { memoryPeople } from '../../adapters/people/memory-people.ts'
import { somePerson } from '../../../test/fixtures/some-person.ts'
import { id, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Role } from '../people/role.ts'
import { refusedEvidence } from '../ports/evidence-refusals.ts'
import { NO_QUOTAS, type Quotas } from '../ports/quotas.ts'
import { ALONE } from '../ports/tenant-store.ts'
import { quotaUses, readQuotas, type QuotaStores, type QuotaUse } from './read-quotas.ts'

const east = id<TenantId>('east')
const shi = id<TenantId>('shi')
const now = timestamp('2021-10-25T09:30:00+08:00')
const counted = timestamp('2021-10-25T09:24:00+08:00')

/** Ten people of whom two have left, three assessments, 800 bytes, 5,000 records. */
async function stores(quotas: Partial<Quotas> = {}): Promise<QuotaStores> {
  const people = memoryPeople()
  const tenant = { digest: 'sha256', secondFactor: 'optional', ...ALONE } as const
  await people.addTenant({ ...tenant, tenantId: east, name: '东区' })
  await people.addTenant({ ...tenant, tenantId: shi, name: '某市', kind: 'city' })
  for (let at = 0; at < 10; at += 1)
    await people.addPerson(
      somePerson({
        tenantId: east,
        personId: id(`p-${at}`),
        username: `p${at}`,
        state: at < 8 ? 'active' : 'disabled',
      }),
    )
  await people.setQuotas(east, { ...NO_QUOTAS, ...quotas })
  return {
    people,
    ledgers: { headers: async () => accepted(Array.from({ length: 3 }, () => ({}) as never)) },
    room: { held: async () => accepted({ bytes: 800, countedAt: counted }) },
    countRecords: async () => accepted(5_000),
    clock: { now: () => now },
  }
}

const actor = (role: Role, tenantId = east) => ({
  tenantId,
  personId: id<PersonId>('p-1'),
  name: '王某',
  roles: [role],
  centerId: null,
  scopes: null,
})

test.each<[title: string, quotas: Partial<Quotas>, standing: QuotaUse['standing'][]]>([
  ['without quotas', {}, ['unlimited', 'unlimited', 'unlimited', 'unlimited']],
  [
    'room enough',
    { people: 11, assessments: 4, evidenceBytes: 1_001, records: 6_251 },
    ['fine', 'fine', 'fine', 'fine'],
  ],
  ['from four fifths on', { people: 10, evidenceBytes: 1_000, records: 6_250 }, ['near', 'unlimited', 'near', 'near']],
  ['full to the last', { people: 8, assessments: 3, records: 5_000 }, ['full', 'full', 'unlimited', 'full']],
  ['set below what is held', { people: 2, evidenceBytes: 1 }, ['full', 'unlimited', 'full', 'unlimited']],
  ['nothing at all allowed', { assessments: 0 }, ['unlimited', 'full', 'unlimited', 'unlimited']],
])('%s', async (_title, quotas, standing) => {
  const read = await readQuotas(await stores(quotas), actor('administrator'))
  const limit = { ...NO_QUOTAS, ...quotas }
  expect(read).toEqual(
    accepted([
      { name: 'people', used: 8, limit: limit.people, standing: standing[0], countedAt: now },
      { name: 'assessments', used: 3, limit: limit.assessments, standing: standing[1], countedAt: now },
      { name: 'evidenceBytes', used: 800, limit: limit.evidenceBytes, standing: standing[2], countedAt: counted },
      { name: 'records', used: 5_000, limit: limit.records, standing: standing[3], countedAt: now },
    ]),
  )
})

test('a city has people and nothing else', async () => {
  const read = await readQuotas(await stores(), actor('administrator', shi))
  expect(read).toMatchObject({ value: [{ name: 'people', used: 0, standing: 'unlimited' }] })
})

test.each<Role>(['assessor', 'auditor', 'clerk', 'observer'])('%s does not see them', async (role) => {
  expect(await readQuotas(await stores(), actor(role))).toMatchObject({ refusal: { code: 'forbidden' } })
})

test('what cannot be counted is told, not guessed', async () => {
  const failing = {
    ...(await stores()),
    room: { held: async () => refusedEvidence({ code: 'store-failed', detail: 'EIO' }) },
  }
  const tenant = { tenantId: east, name: '东区', digest: 'sha256', secondFactor: 'optional', ...ALONE } as const
  expect(await quotaUses(failing, tenant)).toMatchObject({ ok: false, refusal: { code: 'store-failed' } })
})
