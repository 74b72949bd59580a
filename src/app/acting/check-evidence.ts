import type { CenterId } from '../../core/kernel/identifiers.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import { actingRefusal, type ActingRefusal } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import { reachesAll } from '../people/who-may.ts'
import type { ActPlan, Asking } from './act-plan.ts'

/**
 * Whether every file named has been uploaded whole; `null` where it has. Who acts for one center may name only what he or
 * she brought, or what a case of the center shows already: a digest that came to somebody's ears opens no file.
 */
export async function checkEvidence(
  office: Office,
  { actor, assessmentId }: Asking,
  { action, evidence }: ActPlan,
): Promise<ActingRefusal | null> {
  const { tenantId, personId, centerId } = actor
  for (const { digest: given } of evidence ?? []) {
    const digest = parseDigest(given)
    if (digest === null) return actingRefusal('evidence-unknown', given)
    const file = await office.evidence.stat(tenantId, digest)
    if (!file.ok) return unreadable(file.refusal, given)
    if (reachesAll(actor, action)) continue
    const brought = await office.evidence.hasBrought(tenantId, personId, digest)
    if (!brought.ok) return unreadable(brought.refusal, given)
    if (brought.value) continue
    const live = await office.live.look(tenantId, assessmentId)
    if (!live.ok) return live.refusal
    if (!isShownBy(live.value, centerId, digest)) return actingRefusal('evidence-unknown', given)
  }
  return null
}

function isShownBy({ state, told }: LiveAssessment, centerId: CenterId | null, digest: Digest): boolean {
  const cases = told.shownIn.get(digest) ?? new Set()
  return [...state.findings.values(), ...state.bonuses.values()].some(
    (one) => one.centerId === centerId && cases.has('findingId' in one ? one.findingId : one.bonusId),
  )
}

function unreadable({ code, message }: { readonly code: string; readonly message: string }, given: string) {
  return code === 'evidence-missing'
    ? actingRefusal('evidence-unknown', given)
    : actingRefusal('evidence-unreadable', message)
}
