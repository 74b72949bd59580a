import type { CenterId, QuestionId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { Acting } from '../office/acting-refusals.ts'

/** What of an assessment decides what detections find. */
export interface Scope {
  readonly periodFrom: PlainDate
  readonly periodTo: PlainDate
  readonly centers: ReadonlySet<CenterId>
  readonly readingOf: (questionId: QuestionId) => string | null
  /** The same for the same, to tell whether it changed meanwhile. */
  readonly text: string
}

/** A copy: the state goes on changing. Refused where nothing can be registered. */
export function scopeIn({ periodFrom, periodTo, centers, answers, retirements, seal }: AssessmentState): Acting<Scope> {
  if (periodFrom === null || periodTo === null) return { ok: false, refusal: refusal('assessment-not-open') }
  if (seal !== null) return { ok: false, refusal: refusal('assessment-sealed') }
  const readings = new Map([...answers].map(([questionId, { reading }]) => [questionId, reading]))
  return accepted({
    periodFrom,
    periodTo,
    centers: new Set(centers.keys()),
    readingOf: (questionId) => readings.get(questionId) ?? null,
    text: JSON.stringify([
      periodFrom,
      periodTo,
      [...centers.keys()],
      [...readings].sort(byQuestion),
      retirements.length,
    ]),
  })
}

function byQuestion([one]: readonly [QuestionId, string], [other]: readonly [QuestionId, string]): number {
  return one < other ? -1 : one > other ? 1 : 0
}
