import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { readSource, type ProofOutcome } from './bundle-source.ts'
import { storedSource, type BundleStores } from './stored-source.ts'

/** Makes every digest of the stored chain anew. Answers where it ends; what does not hold is `store-corrupted` with its place. */
export async function verifyLedger(
  stores: BundleStores,
  digestsBy: DigestsBy,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<ProofOutcome<ChainHead>> {
  if (!may(actor, 'ledger.verify', null)) return refusedActing('not-permitted')
  const source = await storedSource(stores, actor.tenantId, assessmentId)
  if (!source.ok) return source
  return readSource(source.value, null, digestsBy(source.value.header.algorithm), () => undefined)
}
