import type { AssessmentId, BonusId, CenterId, FindingId, QuestionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { readinessOf, type ReadinessMatter } from '../../core/scoring/readiness.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { linkTo } from '../office/links.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'

export type LinkedMatter = ReadinessMatter & { readonly link: string }

export interface Readiness {
  readonly matters: readonly LinkedMatter[]
  readonly blocking: number
  readonly head: ChainHead
}

/** 定稿前检查: everything that is still open, each with where to settle it. */
export async function checkReadiness(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<Readiness>> {
  if (!may(actor, 'readiness.check', null)) return refusedActing('not-permitted')
  const looked = await office.live.look(actor.tenantId, assessmentId)
  if (!looked.ok) return looked
  const matters = mattersOf(looked.value, dayOf(office.clock.now()))
  return accepted({
    matters: matters.map((matter) => ({ ...matter, link: linkOf(assessmentId, matter) })),
    blocking: matters.filter(({ isBlocking }) => isBlocking).length,
    head: looked.value.head,
  })
}

export function mattersOf({ adopted, state, scores }: LiveAssessment, today: PlainDate): readonly ReadinessMatter[] {
  return readinessOf({ rubric: adopted.rubric, state, sheets: scores.sheets(), today })
}

function linkOf(assessmentId: AssessmentId, { subject, ref }: ReadinessMatter): string {
  switch (subject) {
    case 'assessment':
      return linkTo.assessment(assessmentId)
    case 'question':
      return linkTo.question(assessmentId, ref as QuestionId)
    case 'finding':
      return linkTo.finding(assessmentId, ref as FindingId)
    case 'bonus':
      return linkTo.bonus(assessmentId, ref as BonusId)
    case 'center':
      return linkTo.sheet(assessmentId, ref as CenterId)
    default:
      return unreachable(subject)
  }
}
