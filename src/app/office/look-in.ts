import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import type { Actor } from '../people/actor.ts'
import { may, type Action } from '../people/who-may.ts'
import { refusedActing, type Acting } from './acting-refusals.ts'
import type { LiveAssessment } from './live-assessment.ts'
import type { Office } from './office.ts'

/** The assessment as it stands, for who may read it (of the center named; null: of any, which the reader narrows). */
export async function lookIn(
  office: Office,
  actor: Actor,
  action: Action,
  assessmentId: AssessmentId,
  centerId: CenterId | null = null,
): Promise<Acting<LiveAssessment>> {
  if (!may(actor, action, centerId)) return refusedActing('not-permitted')
  return office.live.look(actor.tenantId, assessmentId)
}
