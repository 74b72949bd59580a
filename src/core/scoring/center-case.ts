import type { Claim } from './claim.ts'
import type { ClausePlan } from './clause-plan.ts'
import type { ClaimGroup } from './event-charge.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** Everything of one center that a score depends on, in the form in which worlds are settled. */
export interface CenterCase {
  readonly plan: ScoringPlan
  readonly isClosed: boolean
  /** By clause: the sum of all plain lines, and how many there are. */
  readonly plainEffects: readonly number[]
  readonly plainCounts: readonly number[]
  readonly claims: readonly Claim[]
  readonly claimsByClause: readonly ClauseClaims[]
  /** The same, by the clause's place. */
  readonly claimsAt: readonly (ClauseClaims | undefined)[]
  /** Claims that meet in one event, two at least; the others are charged by themselves. */
  readonly groups: readonly ClaimGroup[]
  /** By claim the place of its group, -1 where it has none. */
  readonly groupOf: readonly number[]
  readonly runningGroups: readonly { readonly clauses: readonly ClausePlan[]; readonly claims: readonly Claim[] }[]
  readonly cappable: readonly ClauseClaims[]
}

export interface ClauseClaims {
  readonly clause: ClausePlan
  readonly claims: readonly Claim[]
}

export function centerCase(
  plan: ScoringPlan,
  isClosed: boolean,
  plainEffects: readonly number[],
  plainCounts: readonly number[],
  claims: readonly Claim[],
): CenterCase {
  const claimsAt = byClauseOf(plan, claims)
  const groups = claims.length < 2 ? [] : groupsOf(plan, claims)
  const groupOf = claims.map(() => -1)
  groups.forEach((group, place) => {
    for (const { index } of group.claims) groupOf[index] = place
  })
  return {
    plan,
    isClosed,
    plainEffects,
    plainCounts,
    claims,
    claimsByClause: claimsAt.filter((one) => one !== undefined),
    claimsAt,
    groups,
    groupOf,
    runningGroups: plan.runningGroups.map((clauses) => ({
      clauses,
      claims: clauses.flatMap((clause) => claimsOf(claimsAt, clause)),
    })),
    cappable: plan.capped.map((clause) => ({ clause, claims: claimsOf(claimsAt, clause) })),
  }
}

function claimsOf(claimsAt: readonly (ClauseClaims | undefined)[], { index }: ClausePlan): readonly Claim[] {
  return claimsAt[index]?.claims ?? []
}

function byClauseOf({ clauses }: ScoringPlan, claims: readonly Claim[]): (ClauseClaims | undefined)[] {
  const byClause: ({ clause: ClausePlan; claims: Claim[] } | undefined)[] = []
  if (claims.length === 0) return byClause
  for (let index = 0; index < clauses.length; index += 1) byClause.push(undefined)
  for (const claim of claims) {
    const { clause } = claim
    const known = byClause[clause.index]
    if (known) known.claims.push(claim)
    else byClause[clause.index] = { clause, claims: [claim] }
  }
  return byClause
}

/** By event; rivals of one 只按最高一级 that no event joins meet over the whole period. */
function groupsOf({ relations }: ScoringPlan, claims: readonly Claim[]): ClaimGroup[] {
  const groups = new Map<string, { claims: Claim[]; isEvent: boolean }>()
  for (const claim of claims) {
    const { index } = claim.clause
    if (!relations.isRelated[index]) continue
    const isEvent = claim.eventKey !== null
    if (!isEvent && !relations.isRival[index]) continue
    const rivalry = relations.highestOnly.findIndex((members) => members.has(index))
    const key = isEvent ? `event ${claim.eventKey}` : `period ${rivalry}`
    const group = groups.get(key)
    if (group) group.claims.push(claim)
    else groups.set(key, { claims: [claim], isEvent })
  }
  return [...groups.values()].filter((group) => group.claims.length > 1)
}
