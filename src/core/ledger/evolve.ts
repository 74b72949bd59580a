/**
 * Events folded into the state of the assessment. `evolve` is for one more event (it copies the maps, not what they
 * hold); `replay` folds a whole ledger in one pass. Both apply events by `applyEvent`, and neither ever refuses.
 */
import { applyEvent, draftOf } from './apply-event.ts'
import type { AssessmentState } from './assessment-state.ts'
import type { LedgerEvent } from './ledger-event.ts'

export const emptyAssessment: AssessmentState = {
  seq: 0,
  rubricId: null,
  periodFrom: null,
  periodTo: null,
  terms: null,
  isClosed: false,
  seal: null,
  isPublished: false,
  answers: new Map(),
  retirements: [],
  selfAssessments: new Map(),
  centers: new Map(),
  places: new Map(),
  inspections: new Map(),
  samplingPlans: new Map(),
  findings: new Map(),
  bonuses: new Map(),
  appeals: new Map(),
}

export function evolve(state: AssessmentState, event: LedgerEvent): AssessmentState {
  return replay([event], state)
}

export function replay(events: Iterable<LedgerEvent>, from: AssessmentState = emptyAssessment): AssessmentState {
  const draft = draftOf(from)
  for (const event of events) applyEvent(draft, event)
  return draft
}
