import { accepted } from '../../core/kernel/outcome.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { CityDistrict, CityResults } from './city-results.ts'
import { compareAlike, summarize } from './compare-published.ts'
import { publishedIn, type PublishedBy } from './published-in.ts'

/** What the districts of the actor's city have published of a year (null: of the latest). Publishing is the consent. */
export async function readCity(office: Office, actor: Actor, asked: number | null): Promise<Acting<CityResults>> {
  if (!may(actor, 'city.read', null)) return refusedActing('not-permitted')
  const tenants = await office.people.tenants()
  if (!tenants.ok) return tenants
  const city = tenants.value.find(({ tenantId }) => tenantId === actor.tenantId)
  if (city?.kind !== 'city') return refusedActing('not-a-city')
  const found: (Omit<CityDistrict, 'published'> & { readonly all: readonly PublishedBy[] })[] = []
  for (const tenant of tenants.value) {
    if (tenant.cityId !== city.tenantId) continue
    const read = await publishedIn(office, tenant)
    if (!read.ok) return read
    const { tenantId: district, name } = tenant
    const { published: all, unreadable } = read.value
    found.push({ district, name, isSuspended: tenant.state === 'suspended', all, unreadable })
  }
  const years = [...new Set(found.flatMap(({ all }) => all.map(yearOf)))].sort((one, other) => other - one)
  const year = asked ?? years[0] ?? null
  const ofYear = (all: readonly PublishedBy[]) => all.filter((one) => yearOf(one) === year)
  return accepted({
    cityName: city.name,
    years,
    year,
    districts: found.map(({ all, ...district }) => ({ ...district, published: ofYear(all).map(summarize) })),
    bases: compareAlike(found.flatMap(({ all }) => ofYear(all))),
  })
}

/** An assessment is of the year in which its period ends; without a period, of the year in which it was sealed. */
function yearOf({ results: { periodTo, sealedOn } }: PublishedBy): number {
  return Number((periodTo ?? sealedOn).slice(0, 4))
}
