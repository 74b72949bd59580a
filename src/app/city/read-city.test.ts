import { expect, test } from 'vitest'
import { asks, kept, people, smallAdopted, testOffice } from '../../../test/fixtures/acting-office.ts'
import { addTenant, liveYear, type DistrictYear } from '../../../test/fixtures/published-district.ts'
import { nodeDigester } from '../../adapters/digests/node-digester.ts'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { reopenAssessment } from '../acting/reopen-assessment.ts'
import { liveAssessments } from '../office/live-assessments.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { publicResults } from '../reading/public-results.ts'
import { cityDesk } from './city-desk.ts'
import { readCity } from './read-city.ts'

const otherRubric = { ...smallAdopted.rubric, title: '另一份通知' }
const otherNotice = {
  ...smallAdopted,
  rubric: otherRubric,
  rubricDigest: nodeDigester('sha256')(canonicalJson(otherRubric)),
}

function observer(tenantId = 'city'): Actor {
  return {
    tenantId: id(tenantId),
    personId: id('o1'),
    name: '市级人员',
    roles: ['observer'],
    centerId: null,
    scopes: null,
  }
}

async function cityOf(...years: readonly DistrictYear[]) {
  const office = await testOffice()
  await addTenant(office, 'city', { name: '样例市', kind: 'city' })
  await addTenant(office, 'elsewhere', { name: '别市的区' })
  for (const tenantId of new Set(years.map((one) => one.tenantId)))
    if (tenantId !== 'elsewhere') await addTenant(office, tenantId, { name: `${tenantId}区`, cityId: id('city') })
  for (const one of years) await liveYear(office, one)
  return office
}

const one = [['东', 1] as const, ['西', 0] as const]
const two = [['南', 0] as const, ['北', 3] as const]

test('sums and rankings are of what is published; a district that has not published has no figure, and no assessment', async () => {
  const office = await cityOf(
    { tenantId: 'd1', centers: one, until: 'published' },
    { tenantId: 'd2', centers: two, until: 'sealed' },
    { tenantId: 'd3', centers: two, until: 'running' },
    { tenantId: 'elsewhere', centers: two, until: 'published' },
  )
  const city = kept(await readCity(cityDesk(office), observer(), null))
  expect(city).toMatchObject({ cityName: '样例市', year: 2021, years: [2021] })
  expect(city.districts.map(({ district, published }) => [district, published.length])).toEqual([
    ['d1', 1],
    ['d2', 0],
    ['d3', 0],
  ])
  expect(city.districts[1]).toEqual({
    district: 'd2',
    name: 'd2区',
    isSuspended: false,
    published: [],
    unreadable: 0,
  })
  expect(city.bases.map(({ districts }) => districts.map(({ district }) => district))).toEqual([['d1']])
  expect(JSON.stringify(city)).not.toMatch(/assessor|综合窗口|北|南|elsewhere/)
})

test('what it shows of a district is what anybody reads on its published page', async () => {
  const office = await cityOf({ tenantId: 'd1', centers: one, isAppealed: true, until: 'published' })
  const [district] = kept(await readCity(cityDesk(office), observer(), null)).districts
  const published = kept(await publicResults(office, id<TenantId>('d1'), id('a2021')))
  const scores = published.results.map(({ score }) => score)
  expect(district?.published[0]).toMatchObject({
    centers: 2,
    mean: scores.reduce((sum, score) => sum + score, 0) / 2,
    most: Math.max(...scores),
    least: Math.min(...scores),
    counts: { substantiated: 0, appeals: 1, changed: 1 },
    sealedDigest: published.sealedHead.digest,
  })
})

test.each<[title: string, second: Partial<DistrictYear>, alike: readonly (readonly string[])[]]>([
  ['the same notice and year are ranked together', {}, [['d1', 'd2']]],
  ['another notice is never in the same ranking', { adopted: otherNotice }, [['d1'], ['d2']]],
])('%s', async (_title, second, alike) => {
  const office = await cityOf(
    { tenantId: 'd1', centers: one, until: 'published' },
    { tenantId: 'd2', centers: two, until: 'published', ...second },
  )
  const { bases } = kept(await readCity(cityDesk(office), observer(), null))
  expect(bases.map(({ districts }) => districts.map(({ district }) => district))).toEqual(alike)
  for (const { districts, centers } of bases) {
    const own = new Set(districts.map(({ district }) => district))
    expect(centers.every(({ district }) => own.has(district))).toBe(true)
    expect(centers.map(({ rank }) => rank)).toEqual(
      centers.map(({ score }) => 1 + centers.filter((c) => c.score > score).length),
    )
  }
})

test('years stand apart, and the latest is shown first', async () => {
  const office = await cityOf(
    { tenantId: 'd1', year: 2020, centers: one, until: 'published' },
    { tenantId: 'd1', year: 2021, centers: one, until: 'published' },
    { tenantId: 'd2', year: 2020, centers: two, until: 'published' },
  )
  const latest = kept(await readCity(cityDesk(office), observer(), null))
  expect([latest.year, latest.years, latest.districts.map(({ published }) => published.length)]).toEqual([
    2021,
    [2021, 2020],
    [1, 0],
  ])
  const before = kept(await readCity(cityDesk(office), observer(), 2020))
  expect(before.bases.map(({ districts }) => districts.length)).toEqual([2])
})

test('a ledger that cannot be read is told, and neither zero nor unpublished', async () => {
  const office = await cityOf({ tenantId: 'd1', centers: one, until: 'published' })
  const faulty = { ok: false, refusal: { code: 'store-corrupted', message: '坏了' } } as const
  const live = { ...office.live, glance: async () => faulty }
  expect(kept(await readCity(cityDesk({ ...office, live }), observer(), null)).districts[0]).toMatchObject({
    published: [],
    unreadable: 1,
  })
})

test('a second look reads no ledger again, and what is reopened is gone at once', async () => {
  const office = await cityOf(
    { tenantId: 'd1', centers: one, until: 'published' },
    { tenantId: 'd2', centers: two, until: 'published' },
    { tenantId: 'd3', centers: two, until: 'running' },
  )
  const live = liveAssessments({ ...office.file, digester: nodeDigester })
  const read: string[] = []
  const glance: typeof live.glance = async (tenantId, assessmentId) => {
    read.push(tenantId)
    return live.glance(tenantId, assessmentId)
  }
  const desk = cityDesk({ ...office, live: { ...live, glance } })
  const first = kept(await readCity(desk, observer(), null))
  expect(kept(await readCity(desk, observer(), null))).toEqual(first)
  expect([read, live.counts().held]).toEqual([['d1', 'd2'], 0])
  const asking = { ...asks({ ...people.assessor, tenantId: id('d2') }), assessmentId: id<never>('a2021') }
  kept(await reopenAssessment(office, asking, { reason: '分值算错' }))
  expect(kept(await readCity(desk, observer(), null)).districts.map(({ published }) => published.length)).toEqual([
    1, 0, 0,
  ])
})

test.each<[who: string, actor: Actor, code: string]>([
  ['an observer of a district', observer('d1'), 'not-a-city'],
  ['an observer of nowhere', observer('d9'), 'not-a-city'],
  ['a leader of the city', { ...observer(), roles: ['leader'] }, 'not-permitted'],
])('%s is refused', async (_who, actor, code) => {
  const office = await cityOf({ tenantId: 'd1', centers: one, until: 'published' })
  expect(await readCity(cityDesk(office), actor, null)).toMatchObject({ ok: false, refusal: { code } })
})

test('a city without districts, and districts without results, are empty and not zero', async () => {
  const office = await cityOf({ tenantId: 'd1', centers: one, until: 'running' })
  expect(await readCity(cityDesk(office), observer(), null)).toMatchObject(
    accepted({ year: null, years: [], bases: [] }),
  )
  await addTenant(office, 'town', { kind: 'city' })
  expect(kept(await readCity(cityDesk(office), observer('town'), null)).districts).toEqual([])
})
