import type { Random } from '../../../core/kernel/random.ts'
import { counterCase, onlineCase, papersOf, readOf, type Ending } from '../case-rows.ts'
import { instantItem, promisedItem } from '../item-choice.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { rowOf } from '../world.ts'
import { anyDayIn, plantedArrival, plantedCounter } from './planted-case.ts'

const DETECTION = 'receipt-missing'

/** Promised cases that were accepted without a receipt, and cases that need none. */
export function plantReceipts(draft: PlanDraft): void {
  if (!draft.world.limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  for (const site of draft.world.sites) {
    for (let count = random.below(3); count > 0; count--)
      plantAtCounter(draft, random, site, { isPromised: true, ending: 'completed' })
    plantAtCounter(draft, random, site, { isPromised: false, ending: 'completed' })
    plantAtCounter(draft, random, site, { isPromised: true, ending: 'declined' })
    plantAtCounter(draft, random, site, { isPromised: true, ending: 'withdrawn' })
    if (site.place % 4 === 0) plantOnline(draft, random, site)
  }
}

function plantAtCounter(
  draft: PlanDraft,
  random: Random,
  site: Site,
  { isPromised, ending }: { readonly isPromised: boolean; readonly ending: Ending },
): void {
  const item = isPromised ? promisedItem(random) : instantItem(random)
  const arrival = plantedArrival(draft, random, site, anyDayIn(draft, random), { item })
  const counter = plantedCounter(site, random)
  const values = counterCase(draft.world, random, arrival, { counter, seconds: 400, ending })
  const row = rowOf('service_cases', { ...values, receipt_no: null })
  draft.add(
    arrival.day,
    row,
    readOf(arrival, values),
    ...(isPromised && ending !== 'declined' ? papersOf(arrival) : []),
  )
  if (isPromised && ending === 'completed')
    expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: arrival.day })
}

/** Accepted on the platform the same day, still in progress, and no receipt. */
function plantOnline(draft: PlanDraft, random: Random, site: Site): void {
  const arrival = plantedArrival(draft, random, site, anyDayIn(draft, random), { item: promisedItem(random) })
  const answer = { day: arrival.day, second: arrival.second + 600 }
  const values = onlineCase(draft.world, random, arrival, { answer, ending: 'completed' })
  const row = rowOf('service_cases', { ...values, status: 'in-progress', completed_at: null, receipt_no: null })
  draft.add(arrival.day, row)
  expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: arrival.day })
}
