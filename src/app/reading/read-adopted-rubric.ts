import type { Digest } from '../../core/ledger/chain.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { AdoptedRubric } from '../ports/rubric-archive.ts'

/** A rubric as it was adopted, with its notice, whether or not an assessment is open over it. */
export async function readAdoptedRubric(
  office: Office,
  actor: Actor,
  rubricDigest: Digest,
): Promise<Acting<AdoptedRubric>> {
  return may(actor, 'rubric.read', null)
    ? office.rubrics.find(actor.tenantId, rubricDigest)
    : refusedActing('not-permitted')
}
