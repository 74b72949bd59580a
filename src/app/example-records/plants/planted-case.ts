import type { CenterId } from '../../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import type { Arrival } from '../case-rows.ts'
import { someItem } from '../item-choice.ts'
import type { PlanDraft } from '../plan-draft.ts'
import type { CatalogueItem } from '../service-catalogue.ts'
import type { Site, SiteCounter } from '../site.ts'
import { officeSecond } from '../world.ts'

/** A case that is planted at a center on a day, in office hours where nothing else is said. */
export function plantedArrival(
  draft: PlanDraft,
  random: Random,
  site: Site,
  day: PlainDate,
  rest: { readonly item?: CatalogueItem; readonly second?: number; readonly homeCenterId?: CenterId | null } = {},
): Arrival {
  return {
    site,
    day,
    item: rest.item ?? someItem(random),
    second: rest.second ?? officeSecond(random),
    serial: draft.serial(site, day),
    homeCenterId: rest.homeCenterId ?? null,
  }
}

/** The counters that planted cases come to: never the one that may avoid a line, nor those with their load set apart. */
export function plantedCounter(site: Site, random: Random): SiteCounter {
  return random.pick(site.counters.slice(PLANTED_FROM))
}

/** The first counters of a center have parts of their own in what is planted. */
const PLANTED_FROM = 3

/** A working day of the period, at least `margin` working days before the export. */
export function workingDayIn({ world }: PlanDraft, random: Random): PlainDate {
  const working = world.days.filter((day) => world.clock.isWorking(day))
  return random.pick(working)
}

export function anyDayIn({ world }: PlanDraft, random: Random): PlainDate {
  return random.pick(world.days)
}

/** Null where there is no such day in the period. */
export function pickFrom(random: Random, days: readonly PlainDate[]): PlainDate | null {
  return days.length === 0 ? null : random.pick(days)
}
