import { accepted } from '../../core/kernel/outcome.ts'
import type { Reconciled } from '../../core/detection/reconcile.ts'
import type { SuspicionBasis } from '../../core/ledger/suspicion-fact.ts'
import { aboutTheWhole } from '../acting/about.ts'
import { act } from '../acting/act.ts'
import type { Asking } from '../acting/act-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { RunReport } from '../ports/job-store.ts'
import type { DetectionRun } from './detect.ts'
import { learn, retold } from './learn.ts'
import type { RunDetectionsInput } from './prepare-run.ts'
import { scopeIn, type Scope } from './run-scope.ts'

/** What was found, and under what it was looked for. */
export interface Finished {
  readonly scope: Scope
  readonly basis: Pick<SuspicionBasis, 'dataDigest' | 'calendarVersion'>
  readonly runs: readonly DetectionRun[]
}

/** All that the ledger learns of a run, in one act; nothing where it knows it all. A retry is told what was done then. */
export async function recordRun(
  office: Office,
  asking: Asking,
  input: RunDetectionsInput,
  { scope, basis, runs }: Finished,
): Promise<Acting<RunReport>> {
  const told: { learned: Reconciled | null } = { learned: null }
  const acted = await act(office, asking, {
    ...aboutTheWhole,
    name: 'run-detections',
    input,
    action: 'detection.run',
    facts: ({ live, state }) => {
      const now = scopeIn(state)
      if (!now.ok) return now
      // Found under another answer or for other centers: what was found is not what is asked for now.
      if (now.value.text !== scope.text) return refusedActing('assessment-busy')
      told.learned = learn(live.adopted.rubric, state, live.digestOf, runs)
      return accepted(told.learned.facts)
    },
  })
  if (!acted.ok) return acted
  const looked = await office.live.look(asking.actor.tenantId, asking.assessmentId)
  if (!looked.ok) return looked
  const { adopted, state, digestOf } = looked.value
  const learned = told.learned ?? learn(adopted.rubric, state, digestOf, runs)
  return accepted({ ...basis, detections: retold(state, runs, learned, acted.value.events) })
}
