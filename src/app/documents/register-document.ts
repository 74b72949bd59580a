import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { called } from '../people/called.ts'
import { interpretationRegister } from './interpretation-register.ts'

/** 口径登记, for everybody who reads the assessment: they see on its pages who answered, when and why. */
export async function registerDocument(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<OfficialDocument>> {
  const looked = await lookIn(office, actor, 'assessment.read', assessmentId)
  if (!looked.ok) return looked
  const names = await called(office.people, actor.tenantId)
  if (!names.ok) return names
  const { adopted, told, head } = looked.value
  return accepted(
    interpretationRegister({
      rubric: adopted.rubric,
      given: interpretationsIn(told.answered).map((answer) => ({
        ...answer,
        decider: names.value(answer.decidedBy),
      })),
      madeOn: dayOf(office.clock.now()),
      ledger: { seq: head.seq, head: head.digest },
    }),
  )
}
