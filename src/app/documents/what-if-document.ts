import { scenarioInSteps } from '../../core/analysis/what-if/compare-scenario.ts'
import { parseScenario } from '../../core/analysis/what-if/scenario.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { inSteps } from '../analyzing/in-steps.ts'
import { lookWithNotices } from '../analyzing/look-with-notices.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { whatIfDocument } from './what-if.ts'

/** 设想的结果, of the ledger as it stands: for who may read analyses. */
export async function whatIfDocumentOf(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  text: string,
): Promise<Acting<OfficialDocument>> {
  const scenario = parseScenario(text)
  const looked = await lookWithNotices(office, actor, assessmentId, scenario.ok ? [scenario.value] : [])
  if (!looked.ok) return looked
  if (!scenario.ok) return scenario
  const head = { ...looked.value.head }
  const before = looked.value.live.scores.sheets()
  const year = looked.value.year
  const outcome = await inSteps(scenarioInSteps(year, before, scenario.value))
  if (!outcome.ok) return outcome
  const { rubric, state } = year
  return accepted(
    whatIfDocument({
      rubric,
      state,
      clocks: null,
      madeOn: dayOf(office.clock.now()),
      ledger: { seq: head.seq, head: head.digest },
      scenario: scenario.value,
      outcome: outcome.value,
    }),
  )
}
