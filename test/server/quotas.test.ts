import { expect, test } from 'vitest'
import { NO_QUOTAS } from '../../src/app/ports/quotas.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

const url = '/api/v1/district/quotas'

test('an administrator reads what the own district holds beside its quotas, as it is now', async () => {
  const { ask, parts } = await serverFixture()
  const tenantId = id<TenantId>('d1')
  const active = await parts.people.people.countActive(tenantId)
  const most = active.ok ? active.value : 0
  await parts.people.people.setQuotas(tenantId, { ...NO_QUOTAS, people: most, evidenceBytes: 5e9 })
  const read = async () => (await ask(here('administrator'), { url })).json()
  expect(await read()).toEqual({
    quotas: [
      { name: 'people', used: most, limit: most, standing: 'full', countedAt: expect.any(String) },
      { name: 'assessments', used: 1, limit: null, standing: 'unlimited', countedAt: expect.any(String) },
      { name: 'evidenceBytes', used: expect.any(Number), limit: 5e9, standing: 'fine', countedAt: expect.any(String) },
      { name: 'records', used: 0, limit: null, standing: 'unlimited', countedAt: expect.any(String) },
    ],
  })
  await parts.people.people.setQuotas(tenantId, NO_QUOTAS)
  expect((await read()).quotas[0]).toMatchObject({ limit: null, standing: 'unlimited' })
})

test.each<Username>(['clerk', 'assessor', 'auditor', 'leader'])('%s is refused', async (who) => {
  const { ask } = await serverFixture()
  expect((await ask(here(who), { url })).statusCode).toBe(403)
})
