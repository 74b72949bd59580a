import type { Random } from '../../../core/kernel/random.ts'
import { orderRow, type OrderStory } from '../order-rows.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { anyDayIn } from './planted-case.ts'

const DETECTION = 'hotline-complaint-substantiated'

/** Complaints by phone: substantiated and the center's own, or not quite that. */
export function plantComplaints(draft: PlanDraft): void {
  if (!draft.world.limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  for (const site of draft.world.sites) {
    for (let count = random.below(3); count > 0; count--) plant(draft, random, site, {}, true)
    if (site.place % 3 === 2) plant(draft, random, site, { responsibility: null }, true)
    plant(draft, random, site, { responsibility: 'policy' }, false)
    plant(draft, random, site, { verification: 'unsubstantiated', responsibility: null }, false)
    plant(draft, random, site, { verification: 'pending', responsibility: null }, false)
    // True, and no complaint: a request for help.
    plant(draft, random, site, { kind: 'help', responsibility: 'center' }, false)
  }
}

const ORDINARY: OrderStory = {
  kind: 'complaint',
  origin: 'phone',
  verification: 'substantiated',
  responsibility: 'staff',
  ratingId: null,
}

function plant(draft: PlanDraft, random: Random, site: Site, story: Partial<OrderStory>, isBreach: boolean): void {
  const day = anyDayIn(draft, random)
  const arrival = { site, day, second: 8 * 3600 + random.below(43_200), serial: draft.serial(site, day) }
  const order = orderRow(draft.world, random, arrival, { ...ORDINARY, ...story })
  draft.add(day, order)
  // Near the end of the period it may still be pending when the sources are exported.
  if (isBreach && order.values['verification'] === 'substantiated')
    expectRecord(draft, DETECTION, order, { centerId: site.center.id, occurredOn: day })
}
