import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cityDesk } from '../../src/app/city/city-desk.ts'
import type { CityResults } from '../../src/app/city/city-results.ts'
import { readCity } from '../../src/app/city/read-city.ts'
import { DEMO_CITY, DEMO_PASSWORD, OBSERVER } from '../../src/app/demo-district/demo-accounts.ts'
import { foundDemoCity } from '../../src/app/demo-district/demo-city.ts'
import { whole } from '../../src/app/demo-district/whole.ts'
import { signIn } from '../../src/app/people/sign-in.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { atDemo } from '../../src/main/found-demo.ts'
import { cachedDemo, exampleSetting } from './open-demo-district.ts'

const folder = await mkdtemp(join(tmpdir(), 'mingheng-demo-'))
afterAll(() => rm(folder, { recursive: true }))

let city: CityResults
beforeAll(async () => {
  const setting = await exampleSetting()
  const data = join(folder, 'data')
  await cp(await cachedDemo(setting), data, { recursive: true })
  // The district's ids are of its own seed, and are there already.
  await atDemo(data, { ...setting, seed: setting.seed + 1 }, async (ports) => {
    await foundDemoCity(ports, { ...setting, sourcesFolder: folder }, () => undefined)
    const request = { username: OBSERVER.username, password: DEMO_PASSWORD, code: null, replacing: null }
    const tenantId = id<TenantId>(DEMO_CITY.tenantId)
    const trace = { requestId: null, address: null }
    whole(await signIn(ports.people, { ...request, tenantId }, trace), 'observer signs in')
    const actor = {
      tenantId,
      personId: id<PersonId>('observer'),
      name: OBSERVER.name,
      roles: [OBSERVER.role],
      centerId: null,
      scopes: null,
    }
    city = whole(await readCity(cityDesk(ports.desk.office), actor, null), 'city')
  })
}, 180_000)

test('districts measured alike are ranked, one that reads otherwise stands alone, and one has published nothing', () => {
  expect(city.bases.map(({ districts }) => districts.map(({ district }) => district).toSorted())).toEqual([
    ['demo', 'demo-jia', 'demo-yi'],
    ['demo-bing'],
  ])
  expect(city.districts.filter(({ published }) => published.length === 0).map(({ name }) => name)).toEqual(['丁区'])
  expect(new Set(city.bases[0]?.districts.map(({ mean }) => mean)).size).toBe(3)
})
