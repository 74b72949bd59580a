import type { OfficialDocument } from '../../core/document/official-document.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { CityDesk } from '../city/city-desk.ts'
import { readCity } from '../city/read-city.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { cityComparison } from './city-comparison.ts'

/** 各区对比 of a year (null: of the latest), as the actor's city may see it. */
export async function cityDocument(
  desk: CityDesk,
  actor: Actor,
  year: number | null,
): Promise<Acting<OfficialDocument>> {
  const city = await readCity(desk, actor, year)
  return city.ok ? accepted(cityComparison(city.value, dayOf(desk.office.clock.now()))) : city
}
