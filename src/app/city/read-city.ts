import { accepted } from '../../core/kernel/outcome.ts'
import type { LedgerHeader } from '../../core/ledger/chain.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import type { CityDesk } from './city-desk.ts'
import type { CityResults } from './city-results.ts'
import { compareAlike, type PublishedBy } from './compare-published.ts'

/** What the districts of the actor's city have published of a year (null: of the latest). Publishing is the consent. */
export async function readCity(desk: CityDesk, actor: Actor, asked: number | null): Promise<Acting<CityResults>> {
  if (!may(actor, 'city.read', null)) return refusedActing('not-permitted')
  const tenants = await desk.office.people.tenants()
  if (!tenants.ok) return tenants
  const city = tenants.value.find(({ tenantId }) => tenantId === actor.tenantId)
  if (city?.kind !== 'city') return refusedActing('not-a-city')
  const own = tenants.value.filter(({ cityId }) => cityId === city.tenantId)
  const dated: Dated[] = []
  for (const tenant of own) {
    const found = await datedIn(desk, tenant)
    if (!found.ok) return found
    dated.push(found.value)
  }
  const years = [...new Set(dated.flatMap(({ of }) => [...of.values()]))].sort((one, other) => other - one)
  const year = asked ?? years[0] ?? null
  // Asked of all at once, so that it is known how much is to be read.
  const found = await Promise.all(dated.map((one) => readOf(desk, one, year)))
  return accepted({
    cityName: city.name,
    years,
    year,
    districts: found.map(({ tenant, published, unreadable }) => ({
      district: tenant.tenantId,
      name: tenant.name,
      isSuspended: tenant.state === 'suspended',
      published: published.map(({ summary }) => summary),
      unreadable,
    })),
    bases: compareAlike(found.flatMap(({ published }) => published)),
  })
}

/** The published ledgers of a district with their years. One that cannot be read is counted and hides no other. */
interface Dated {
  readonly tenant: Tenant
  readonly of: ReadonlyMap<LedgerHeader, number>
  readonly unreadable: number
}

async function datedIn({ office, published }: CityDesk, tenant: Tenant): Promise<Acting<Dated>> {
  const headers = await office.ledgers.headers(tenant.tenantId)
  if (!headers.ok) return headers
  const of = new Map<LedgerHeader, number>()
  let unreadable = 0
  for (const header of headers.value) {
    const year = await published.yearOf(header)
    if (!year.ok) unreadable += 1
    else if (year.value !== null) of.set(header, year.value)
  }
  return accepted({ tenant, of, unreadable })
}

async function readOf(
  { published }: CityDesk,
  { tenant, of, unreadable }: Dated,
  year: number | null,
): Promise<Omit<Dated, 'of'> & { readonly published: readonly PublishedBy[] }> {
  const headers = [...of].flatMap(([header, one]) => (one === year ? [header] : []))
  const read = await Promise.all(headers.map((header) => published.results(header)))
  return {
    tenant,
    published: read.flatMap((one) =>
      one.ok && one.value !== null ? [{ ...one.value, district: tenant.tenantId, districtName: tenant.name }] : [],
    ),
    unreadable: unreadable + read.filter(({ ok }) => !ok).length,
  }
}
