import type { AssessmentId, ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Points } from '../../core/kernel/points.ts'
import { evolveFinding } from '../../core/ledger/evolve-finding.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import type { Stamp } from '../../core/ledger/ledger-command.ts'
import type { LedgerEvent, LedgerFact } from '../../core/ledger/ledger-event.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { decideFacts } from '../acting/decide-facts.ts'
import { recordingTime } from '../acting/recording-time.ts'
import { lookAtFinding } from '../office/look-at-finding.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { ChangedNumbers } from '../../core/analysis/changed-numbers.ts'
import { shownNumbers } from './shown-numbers.ts'

/** A decision that nobody has taken. `clauseId` and the day count for `substantiate` only; `points` is for one occurrence. */
export interface ThoughtOf {
  readonly decision: 'substantiate' | 'dismiss' | 'correct' | 'vary' | 'reverse'
  readonly clauseId: ClauseId | null
  readonly occurrences: number | null
  readonly occurredOn: PlainDate | null
  readonly points: Points | null
}

/** `against`: why the actor could not take the decision now; its effect is told all the same. */
export interface DecisionPreview extends ChangedNumbers {
  readonly against: { readonly code: string; readonly message: string } | null
}

/** 试算: what a decision would change, by the same rules and the same scoring; nothing is written. */
export async function previewDecision(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  findingId: FindingId,
  thought: ThoughtOf,
): Promise<Acting<DecisionPreview>> {
  const looked = await lookAtFinding(office, actor, 'finding.read', assessmentId, findingId)
  if (!looked.ok) return looked
  const { live, finding } = looked.value
  const { rubric } = live.adopted
  const { clauseId } = thought
  // Nothing can be scored under a clause that is not there.
  if (clauseId !== null && !findClause(rubric, clauseId))
    return { ok: false, refusal: refusal('clause-unknown', clauseId) }
  const at = recordingTime(office.clock.now(), live.recordedAt)
  const stamp = { by: actor.personId, actedAt: at, recordedAt: at }
  const facts = factsOf(finding, thought)
  const decided = decideFacts(live.state, rubric, facts, stamp)
  const before = live.scores.sheets()
  const own = live.scores.sheetWith(afterAll(live, finding, facts, stamp))
  const after = before.map((sheet) => (sheet.centerId === finding.centerId ? (own ?? sheet) : sheet))
  const changed = shownNumbers(actor, rubric, finding.centerId, before, after)
  const against = decided.ok ? null : { code: decided.refusal.code, message: decided.refusal.message }
  return accepted({ ...changed, against })
}

/** A reason is the person's own: what is tried has this in its place. */
const TRIED = '试算'

function factsOf(finding: Finding, thought: ThoughtOf): readonly LedgerFact[] {
  const { findingId, decision, appeal } = finding
  const occurrences = thought.occurrences ?? decision?.occurrences ?? finding.occurrences
  const { points } = thought
  const reviewed = { findingId, appealId: appeal?.appealId ?? ('' as never), reason: TRIED }
  switch (thought.decision) {
    case 'substantiate': {
      const clauseId = thought.clauseId ?? finding.clauseId
      const occurredOn = thought.occurredOn ?? finding.occurredOn
      const amount: LedgerFact[] =
        points === null ? [] : [{ type: 'AmountDecided', findingId, points, reason: TRIED, precedents: [] }]
      // Where it was substantiated and only the amount is missing, the amount is all that is decided.
      if (decision !== null) return amount
      return [{ type: 'FindingSubstantiated', findingId, clauseId, occurrences, occurredOn, reason: TRIED }, ...amount]
    }
    case 'dismiss':
      return [{ type: 'FindingDismissed', findingId, reason: TRIED }]
    case 'correct':
      return [{ type: 'DecisionCorrected', findingId, occurrences, points, reason: TRIED }]
    case 'vary':
      return [{ type: 'FindingVaried', ...reviewed, occurrences, points }]
    case 'reverse':
      return [{ type: 'FindingReversed', ...reviewed }]
  }
}

function afterAll({ state }: LiveAssessment, finding: Finding, facts: readonly LedgerFact[], stamp: Stamp): Finding {
  return facts.reduce<Finding>((before, fact, place) => {
    const event: LedgerEvent = { ...fact, ...stamp, seq: state.seq + place + 1 }
    return evolveFinding(before, event as Parameters<typeof evolveFinding>[1])
  }, finding)
}
