import { parseDetection } from '../../core/detection/parse-detection.ts'
import { retirementFacts } from '../../core/detection/retirement.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { isRetired } from '../../core/ledger/retire-detection.ts'
import { aboutTheWhole } from '../acting/about.ts'
import { act } from '../acting/act.ts'
import type { Acted, Asking } from '../acting/act-plan.ts'
import type { Said } from '../acting/said.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import { may } from '../people/who-may.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

export type RetireDetectionInput = Said<'DetectionRetired', 'version'>

/**
 * 停用检测 in one assessment, with the reason: it is not run any more, and what it suspected is withdrawn in the same act.
 * The file stays adopted for the rubric, so other assessments go on; adopted again, its new version runs here too.
 */
export async function retireDetection(
  desk: Pick<RecordsDesk, 'detections' | 'office'>,
  asking: Asking,
  input: RetireDetectionInput,
): Promise<AtDesk<Acted>> {
  const { actor, assessmentId } = asking
  if (!may(actor, 'detection.adopt', null)) return refuseAtDesk('not-permitted')
  // Whoever chooses what is looked for decides who is suspected.
  if (actor.centerId !== null) return refusedActing('decider-of-own-center', actor.centerId)
  const looked = await desk.office.live.look(actor.tenantId, assessmentId)
  if (!looked.ok) return looked
  const held = await desk.detections.detections(actor.tenantId, looked.value.adopted.rubric.id)
  if (!held.ok) return held
  const found = held.value.find(({ name }) => name === input.detection)
  if (found === undefined) return refuseAtDesk('detection-unknown', input.detection)
  const { name, version, text } = found
  const read = parseDetection(name, text)
  const title = read.ok ? read.detection.title : name
  return act(desk.office, asking, {
    ...aboutTheWhole,
    name: 'retire-detection',
    input,
    action: 'detection.adopt',
    facts: ({ state }) =>
      isRetired(state, found)
        ? { ok: false, refusal: refusal('detection-already-retired', name) }
        : accepted(retirementFacts(state, { name, version, title, reason: input.reason })),
  })
}
