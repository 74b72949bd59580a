import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runningClock } from '../../src/adapters/clock/running-clock.ts'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { argon2Passwords } from '../../src/adapters/passwords/argon2-passwords.ts'
import { liveAssessments } from '../../src/app/office/live-assessments.ts'
import type { Role } from '../../src/app/people/role.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { demoConfiguration } from '../../src/main/demo-configuration.ts'
import { openStores } from '../../src/main/open-stores.ts'
import { runServer } from '../../src/main/run-server.ts'
import { kept, smallAdopted } from '../fixtures/acting-office.ts'
import { addTenant, liveYear, type DistrictsOffice } from '../fixtures/published-district.ts'
import { somePerson } from '../fixtures/some-person.ts'

export interface ServedCity {
  readonly address: string
  readonly password: string
  readonly close: () => Promise<void>
}

const PASSWORD = 'Quiet-River-42'
const NOW = timestamp('2022-01-05T09:00:00+08:00')

const otherRubric = { ...smallAdopted.rubric, title: '丁区考核评分细则', noticeNumber: '丁政务〔2021〕3号' }
const otherNotice = {
  ...smallAdopted,
  rubric: otherRubric,
  rubricDigest: nodeDigester('sha256')(canonicalJson(otherRubric)),
}

/**
 * A city with six districts: three measured alike, one under a notice of its own, one that has sealed and not published, one
 * suspended that had published.
 */
export async function serveCity(): Promise<ServedCity> {
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-city-'))
  const configuration = demoConfiguration(join(folder, 'data'), 0)
  await foundCity(configuration)
  const started = await runServer(configuration, runningClock(NOW))
  if (!started.ok) throw new Error(started.sentence)
  const { address, stop } = started.value
  return {
    address,
    password: PASSWORD,
    close: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function foundCity(configuration: ReturnType<typeof demoConfiguration>): Promise<void> {
  const clock = setClock(NOW)
  const stores = kept(await openStores(configuration, clock))
  const { ledger, people, evidence } = stores
  const live = liveAssessments({ ...ledger, digester: nodeDigester })
  const office: DistrictsOffice = { ...ledger, people, evidence, clock, digester: nodeDigester, live }
  await addTenant(office, 'city', { name: '样例市', kind: 'city' })
  const cityId = id<never>('city')
  for (const [tenantId, name, state] of [
    ['east', '东区', 'active'],
    ['north', '北区', 'active'],
    ['own', '丁区', 'active'],
    ['south', '南区', 'suspended'],
    ['west', '西区', 'active'],
    ['young', '新区', 'active'],
  ] as const)
    await addTenant(office, tenantId, { name, cityId, state })
  const published = { until: 'published' } as const
  await liveYear(office, { tenantId: 'east', year: 2020, centers: [['东一街道', 3]], ...published })
  await liveYear(office, {
    tenantId: 'east',
    centers: [
      ['东一街道', 2],
      ['东二镇', 0],
    ],
    isAppealed: true,
    ...published,
  })
  await liveYear(office, {
    tenantId: 'west',
    centers: [
      ['西一镇', 1],
      ['西二镇', 4],
    ],
    ...published,
  })
  await liveYear(office, {
    tenantId: 'south',
    centers: [
      ['南一街道', 0],
      ['南二镇', 1],
    ],
    ...published,
  })
  await liveYear(office, { tenantId: 'own', centers: [['丁一镇', 5]], adopted: otherNotice, ...published })
  await liveYear(office, { tenantId: 'north', centers: [['北一街道', 7]], until: 'sealed' })
  clock.set(NOW)
  await addPerson(office, 'city', 'observer', 'observer')
  await addPerson(office, 'east', 'admin', 'administrator')
  await stores.close()
}

async function addPerson({ people, clock }: DistrictsOffice, district: string, username: string, role: Role) {
  const hash = await argon2Passwords({ memoryCost: 1_024, timeCost: 1, parallelism: 1 }).hash(PASSWORD)
  const person = somePerson({
    tenantId: id(district),
    personId: id(`${district}-${username}`),
    username,
    name: `张${username}`,
    roles: [role],
    centerId: null,
    password: { hash, previous: [], setAt: clock.now(), mustChange: false },
  })
  kept(await people.addPerson(person))
}
