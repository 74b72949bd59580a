import type { Random } from '../../../core/kernel/random.ts'
import { counterCase, papersOf, readOf, type Arrival } from '../case-rows.ts'
import type { ExampleRow } from '../example-row.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { rowOf } from '../world.ts'
import { anyDayIn, plantedArrival, plantedCounter } from './planted-case.ts'

const DETECTION = 'card-login-bypassed'

/** Identities typed in by hand: with a failed read before it there was no other way. */
export function plantCardLogins(draft: PlanDraft): void {
  if (!draft.world.limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  for (const site of draft.world.sites) {
    for (let count = random.below(3); count > 0; count--) plant(draft, random, site, 'none')
    // A card that was read, and yet the identity was typed.
    if (site.place % 3 === 2) plant(draft, random, site, 'read')
    plant(draft, random, site, 'failed')
    plantLicence(draft, random, site)
    plantTerminal(draft, random, site)
  }
}

/** Typed in by hand, after what the reader answered. */
function plant(draft: PlanDraft, random: Random, site: Site, result: 'none' | 'read' | 'failed'): void {
  const { arrival, row } = caseOf(draft, random, site, 'manual')
  const read = readOf(arrival, row.values)
  draft.add(arrival.day, row, ...(arrival.item.type === 'promised' ? papersOf(arrival) : []))
  if (result !== 'none') draft.add(arrival.day, rowOf('licence_reads', { ...read.values, result }))
  if (result !== 'failed') expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: arrival.day })
}

/** An electronic licence that left no read: shown all the same. */
function plantLicence(draft: PlanDraft, random: Random, site: Site): void {
  const { arrival, row } = caseOf(draft, random, site, 'e-licence')
  draft.add(arrival.day, row, ...(arrival.item.type === 'promised' ? papersOf(arrival) : []))
}

/** At a terminal in the hall people type what they like. */
function plantTerminal(draft: PlanDraft, random: Random, site: Site): void {
  const { arrival, row } = caseOf(draft, random, site, 'manual')
  draft.add(
    arrival.day,
    rowOf('service_cases', { ...row.values, channel: 'self-service', counter_id: null, staff_id: null }),
  )
}

function caseOf(draft: PlanDraft, random: Random, site: Site, method: string): { arrival: Arrival; row: ExampleRow } {
  const arrival = plantedArrival(draft, random, site, anyDayIn(draft, random))
  const counter = plantedCounter(site, random)
  const values = counterCase(draft.world, random, arrival, { counter, seconds: 500, ending: 'completed' })
  return { arrival, row: rowOf('service_cases', { ...values, login_method: method }) }
}
