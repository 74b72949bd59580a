import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedActing, type Acting, type ActingRefusal } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { narrowed } from './narrowed.ts'
import type { Office } from '../office/office.ts'
import { progressOf, type Progress } from './progress-of.ts'

export interface AssessmentSummary {
  readonly assessmentId: AssessmentId
  readonly title: string
  readonly noticeNumber: string | null
  readonly rubricDigest: Digest
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly stage: 'running' | 'closed' | 'sealed' | 'published'
  readonly centers: number
  readonly progress: Progress
  /** Of the last event. */
  readonly seq: number
}

/** One whose ledger cannot be read is named with the reason, and hides no other. */
export type ListedAssessment =
  | AssessmentSummary
  | { readonly assessmentId: AssessmentId; readonly fault: ActingRefusal }

export async function listAssessments(office: Office, actor: Actor): Promise<Acting<readonly ListedAssessment[]>> {
  if (!may(actor, 'assessment.read', null)) return refusedActing('not-permitted')
  const headers = await office.ledgers.headers(actor.tenantId)
  if (!headers.ok) return headers
  const listed: ListedAssessment[] = []
  for (const { assessmentId } of headers.value) {
    const looked = await office.live.look(actor.tenantId, assessmentId)
    if (!looked.ok) listed.push({ assessmentId, fault: looked.refusal })
    // A header alone is what is left of an opening that broke off: it opens when it is asked for again.
    else if (looked.value.head.seq > 0) listed.push(summaryOf(looked.value, visibleCenters(actor)))
  }
  return accepted(listed)
}

/** Numbers only: who reads no findings (an administrator) still sees how many there are. */
export function visibleCenters(actor: Actor): readonly CenterId[] | null {
  return may(actor, 'finding.read', null) ? narrowed(actor, 'finding.read') : null
}

export function summaryOf(live: LiveAssessment, centerIds: readonly CenterId[] | null): AssessmentSummary {
  const { header, adopted, state, head } = live
  return {
    assessmentId: header.assessmentId,
    title: adopted.rubric.title,
    noticeNumber: adopted.rubric.noticeNumber,
    rubricDigest: header.rubricDigest,
    periodFrom: state.periodFrom,
    periodTo: state.periodTo,
    stage: stageOf(live),
    centers: state.centers.size,
    progress: progressOf(live, centerIds),
    seq: head.seq,
  }
}

function stageOf({ state }: LiveAssessment): AssessmentSummary['stage'] {
  if (state.seal !== null) return state.isPublished ? 'published' : 'sealed'
  return state.isClosed ? 'closed' : 'running'
}
