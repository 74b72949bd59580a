import type { AssessmentId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { Actor } from '../people/actor.ts'
import { may, type Action } from '../people/who-may.ts'
import { refusedActing, type Acting } from './acting-refusals.ts'
import type { LiveAssessment } from './live-assessment.ts'
import { lookIn } from './look-in.ts'
import type { Office } from './office.ts'

/** One finding of an assessment as it stands, for who may read those of its center. */
export async function lookAtFinding(
  office: Office,
  actor: Actor,
  action: Action,
  assessmentId: AssessmentId,
  findingId: FindingId,
): Promise<Acting<{ readonly live: LiveAssessment; readonly finding: Finding }>> {
  const looked = await lookIn(office, actor, action, assessmentId)
  if (!looked.ok) return looked
  const finding = looked.value.state.findings.get(findingId)
  if (finding === undefined) return { ok: false, refusal: refusal('finding-unknown', findingId) }
  if (!may(actor, action, finding.centerId)) return refusedActing('not-permitted')
  return accepted({ live: looked.value, finding })
}
