import { reconcile, type Ran } from '../../core/detection/reconcile.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'

/**
 * What a run of detections tells the ledger, in one act: raised, amended, withdrawn and flagged, decided against the state of
 * that moment. For a run that has something to tell: whoever calls has looked.
 */
export function recordRun(office: Office, asking: Asking, ran: readonly Ran[]): Promise<ActOutcome> {
  return act(office, asking, {
    name: 'run-detections',
    input: ran.map(({ basis: { sqlDigest, dataDigest } }) => [sqlDigest, dataDigest]),
    action: 'suspicion.raise',
    centerOf: () => accepted(null),
    facts: ({ live, state }) => {
      const { facts } = reconcile({ rubric: live.adopted.rubric, state, digestOf: live.digestOf }, ran)
      return facts.length === 0 ? refusedActing('assessment-busy') : accepted(facts)
    },
  })
}
