import { spanOf } from './attribute.ts'
import { compareClaims, type Claim } from './claim.ts'
import { dependsOnReading } from './clause-applies.ts'
import { priceNow, unitUnder } from './claim-price.ts'
import type { ScoringPlan } from './scoring-plan.ts'
import type { UnitPrice } from './price-facts.ts'

/** A claim that nothing open touches: its price, null where its clause does not apply, and who is charged instead. */
export interface DirectCharge {
  readonly claim: Claim
  readonly unit: UnitPrice | null
  readonly holder: Claim | null
}

export interface Sifted {
  readonly direct: readonly DirectCharge[]
  /** Those that must be settled together, by their index. */
  readonly claims: readonly Claim[]
}

/** Most claims turn out to be final and to meet no other: those are charged here, so that only the rest costs effort. */
export function siftClaims(plan: ScoringPlan, pending: readonly Claim[]): Sifted {
  if (pending.length === 0) return NOTHING
  const met = meetings(plan, pending)
  const isBlocked = plan.clauses.map(() => false)
  const claims: Claim[] = []
  const rest: { readonly claim: Claim; readonly unit: UnitPrice | null }[] = []
  for (const claim of pending) {
    const { clause } = claim
    const isAlone = !met.has(claim) && !plan.relations.isRival[clause.index]
    const isFinal = clause.isDirect && !claim.canVanish && isAlone && !dependsOnReading(claim)
    const unit = isFinal ? unitUnder(claim, plan.questions, []) : null
    if (isFinal && (unit === null || unit.now !== null || (unit.isBounded && unit.low === unit.high))) {
      rest.push({ claim, unit })
      continue
    }
    claim.index = claims.push(claim) - 1
    if (clause.counting !== 'each' || clause.countingQuestion >= 0) isBlocked[clause.index] = true
  }
  const direct: DirectCharge[] = []
  const once = new Map<string | number, { readonly claim: Claim; readonly unit: UnitPrice | null }[]>()
  for (const one of rest) {
    const { clause, occurredOn } = one.claim
    if (one.unit === null || clause.counting === 'each') direct.push({ claim: one.claim, unit: one.unit, holder: null })
    else {
      const isSpan = clause.counting === 'each-span'
      const key = isSpan ? `${clause.index} ${spanOf(occurredOn, clause.clause.perSpan)}` : clause.index
      const rivals = once.get(key)
      if (rivals) rivals.push(one)
      else once.set(key, [one])
    }
  }
  for (const rivals of once.values()) {
    const [first] = rivals
    if (!first) continue
    let holder = first
    for (const rival of rivals) if (isDearer(rival, holder)) holder = rival
    // Of final claims only the dearest can ever hold the charge: it alone competes with those still open.
    const isOpen = isBlocked[holder.claim.clause.index]
    if (isOpen) holder.claim.index = claims.push(holder.claim) - 1
    for (const one of rivals)
      if (one !== holder || !isOpen)
        direct.push({ claim: one.claim, unit: one.unit, holder: one === holder ? null : holder.claim })
  }
  return { direct, claims }
}

const NOTHING: Sifted = { direct: [], claims: [] }

interface Priced {
  readonly claim: Claim
  readonly unit: UnitPrice | null
}

function isDearer(one: Priced, other: Priced): boolean {
  const gap = (one.unit ? priceNow(one.unit) : 0) - (other.unit ? priceNow(other.unit) : 0)
  return gap === 0 ? compareClaims(one.claim, other.claim) < 0 : gap > 0
}

/** The claims whose event another claim is about too. */
function meetings({ relations }: ScoringPlan, pending: readonly Claim[]): ReadonlySet<Claim> {
  const first = new Map<string, Claim>()
  const met = new Set<Claim>()
  for (const claim of pending) {
    if (claim.eventKey === null || !relations.isRelated[claim.clause.index]) continue
    const known = first.get(claim.eventKey)
    if (known === undefined) first.set(claim.eventKey, claim)
    else met.add(known).add(claim)
  }
  return met
}
