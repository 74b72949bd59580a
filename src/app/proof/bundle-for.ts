import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { may, reachesAll } from '../people/who-may.ts'
import type { BundleSource, ProofOutcome } from './bundle-source.ts'
import { storedSource, type BundleStores } from './stored-source.ts'

export interface PermittedBundle {
  readonly source: BundleSource
  /** Null for the whole assessment. */
  readonly centerId: CenterId | null
}

/** What the actor may take along: a center its own part, whoever reaches all centers the whole or one center's part. */
export async function bundleFor(
  stores: BundleStores,
  actor: Actor,
  assessmentId: AssessmentId,
  asked: CenterId | null,
): Promise<ProofOutcome<PermittedBundle>> {
  const centerId = reachesAll(actor, 'bundle.export') ? asked : (asked ?? actor.centerId)
  const isPermitted = may(actor, 'bundle.export', centerId) && (centerId !== null || reachesAll(actor, 'bundle.export'))
  if (!isPermitted) return refusedActing('not-permitted')
  const source = await storedSource(stores, actor.tenantId, assessmentId)
  return source.ok ? accepted({ source: source.value, centerId }) : source
}
