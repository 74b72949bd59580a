import type { Scenario } from '../../core/analysis/what-if/scenario.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { lookAtYear, type LookedAtYear } from './look-at-year.ts'

/** The year with the notices that the scenarios name; one that was never adopted is refused where it is supposed. */
export async function lookWithNotices(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  scenarios: readonly Scenario[],
): Promise<Acting<LookedAtYear>> {
  const looked = await lookAtYear(office, actor, assessmentId)
  const digests = digestsIn(scenarios)
  if (!looked.ok || digests.size === 0) return looked
  const others = new Map<Digest, Rubric>()
  for (const digest of digests) {
    const found = await office.rubrics.find(actor.tenantId, digest)
    if (found.ok) others.set(digest, found.value.rubric)
    else if (found.refusal.code !== 'rubric-unknown') return found
  }
  // The year goes on living while rubrics are fetched: it is looked at anew, and from here on nothing waits.
  const again = await lookAtYear(office, actor, assessmentId)
  return again.ok ? accepted({ ...again.value, year: { ...again.value.year, others } }) : again
}

function digestsIn(scenarios: readonly Scenario[]): ReadonlySet<Digest> {
  const named = scenarios.flatMap(({ suppositions }) => suppositions)
  return new Set(named.flatMap((one) => (one.kind === 'other-notice' ? [one.rubricDigest] : [])))
}
