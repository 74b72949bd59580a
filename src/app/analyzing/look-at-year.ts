/**
 * Analyzing: what is asked of a year and changes nothing. One file a question, over `core/analysis`; each begins with the
 * year as its ledger stands (`lookAtYear`) or as an assessment folder holds it (`yearInFolder`).
 */
import type { AssessedYear } from '../../core/analysis/assessed-year.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { asItStands } from './as-it-stands.ts'

/** `year` is a copy, as of `head`: the same head, rubric and question give the same answer, however long that takes. */
export interface LookedAtYear {
  readonly year: AssessedYear
  readonly head: ChainHead
  readonly live: LiveAssessment
}

/** For who may read analyses. What is read from `live` is to be read at once: it goes on living. */
export async function lookAtYear(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<LookedAtYear>> {
  const looked = await lookIn(office, actor, 'analysis.read', assessmentId)
  if (!looked.ok) return looked
  const live = looked.value
  const { adopted, state, head } = live
  return accepted({ year: asItStands({ rubric: adopted.rubric, answers: state.answers, state }), head, live })
}
