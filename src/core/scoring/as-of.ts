import type { QuestionId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { dayOf } from '../kernel/timestamp.ts'
import type { AssessmentState, Bonus, Finding } from '../ledger/assessment-state.ts'
import { replay } from '../ledger/evolve.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Clocks } from './score-sheet.ts'

/** The assessment as it was known on one day, of what had happened by another. */
export function stateAsOf(ledger: Iterable<LedgerEvent>, clocks: Clocks): AssessmentState {
  return happenedBy(replay(knownBy(ledger, clocks.knownBy)), clocks.occurredBy)
}

/** The answers known on a day: of two to one question the later decided, and of two on one day the later given. */
export function answersAsOf(
  interpretations: readonly Interpretation[],
  day: PlainDate,
): ReadonlyMap<QuestionId, Interpretation> {
  const answers = new Map<QuestionId, Interpretation>()
  for (const interpretation of interpretations) {
    const earlier = answers.get(interpretation.questionId)
    if (interpretation.decidedOn > day || (earlier && earlier.decidedOn > interpretation.decidedOn)) continue
    answers.set(interpretation.questionId, interpretation)
  }
  return answers
}

/** When it happened in the world: as decided, and as alleged until then. */
function occurredOn(finding: Finding): PlainDate {
  return finding.decision === null ? finding.occurredOn : finding.decision.occurredOn
}

function* knownBy(ledger: Iterable<LedgerEvent>, day: PlainDate): Generator<LedgerEvent> {
  for (const event of ledger) if (dayOf(event.recordedAt) <= day) yield event
}

/**
 * What had happened by a day, of what was known. A period that closes later than the day asked about was still running on
 * that day, whenever the closing was known.
 */
export function happenedBy(state: AssessmentState, day: PlainDate): AssessmentState {
  const isClosed = state.isClosed && (state.periodTo === null || day >= state.periodTo)
  return {
    ...state,
    isClosed,
    findings: keep(state.findings, (finding: Finding) => occurredOn(finding) <= day),
    bonuses: keep(state.bonuses, (bonus: Bonus) => bonus.occurredOn <= day),
  }
}

function keep<Key, Value>(all: ReadonlyMap<Key, Value>, isKept: (value: Value) => boolean): ReadonlyMap<Key, Value> {
  let kept: Map<Key, Value> | null = null
  for (const [key, value] of all) {
    if (isKept(value)) continue
    kept ??= new Map(all)
    kept.delete(key)
  }
  return kept ?? all
}
